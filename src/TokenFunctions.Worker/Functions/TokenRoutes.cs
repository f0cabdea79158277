using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace TokenFunctions.Worker.Functions;

/// <summary>Tokens: from the cache, and from the core behind it.</summary>
/// <param name="door">The way into the API.</param>
public sealed class TokenRoutes(ApiDoor door)
{
    /// <summary>A token from the cache front.</summary>
    /// <param name="request">The request.</param>
    [Function("CacheToken")]
    public Task<IActionResult> CacheTokenAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", "post", Route = "cache/token")] HttpRequest request) =>
        door.ServeAsync(request);

    /// <summary>A token from the core.</summary>
    /// <param name="request">The request.</param>
    [Function("Token")]
    public Task<IActionResult> TokenAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", "post", Route = "token")] HttpRequest request) =>
        door.ServeAsync(request);
}
