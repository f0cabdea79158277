using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace TokenFunctions.Worker.Functions;

/// <summary>Secrets: what a provider knows us by, and what is pushed for it.</summary>
/// <param name="door">The way into the API.</param>
public sealed class SecretRoutes(ApiDoor door)
{
    /// <summary>Lists secrets, or saves one.</summary>
    /// <param name="request">The request.</param>
    [Function("Secrets")]
    public Task<IActionResult> SecretsAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", "post", Route = "secret")] HttpRequest request) =>
        door.ServeAsync(request);

    /// <summary>Shows or removes a secret; never its values.</summary>
    /// <param name="request">The request.</param>
    [Function("Secret")]
    public Task<IActionResult> SecretAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", "delete", Route = "secret/{realm}/{key}")]
        HttpRequest request) =>
        door.ServeAsync(request);

    /// <summary>Takes a pushed input, such as a ticket that a provider calls back with.</summary>
    /// <param name="request">The request.</param>
    [Function("Input")]
    public Task<IActionResult> InputAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "input/{realm}/{key}")] HttpRequest request) =>
        door.ServeAsync(request);
}
