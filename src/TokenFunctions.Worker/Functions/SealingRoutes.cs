using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace TokenFunctions.Worker.Functions;

/// <summary>The keys of values at rest.</summary>
/// <param name="door">The way into the API.</param>
public sealed class SealingRoutes(ApiDoor door)
{
    /// <summary>How much is sealed with which key.</summary>
    /// <param name="request">The request.</param>
    [Function("Sealing")]
    public Task<IActionResult> SealingAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "sealing")] HttpRequest request) =>
        door.ServeAsync(request);

    /// <summary>Seals with the active key what is sealed with others.</summary>
    /// <param name="request">The request.</param>
    [Function("SealingReseal")]
    public Task<IActionResult> SealingResealAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "sealing/reseal")] HttpRequest request) =>
        door.ServeAsync(request);
}
