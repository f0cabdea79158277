using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace TokenFunctions.Worker.Functions;

/// <summary>Callers: who may use what.</summary>
/// <param name="door">The way into the API.</param>
public sealed class CallerRoutes(ApiDoor door)
{
    /// <summary>Lists callers, or saves one.</summary>
    /// <param name="request">The request.</param>
    [Function("Callers")]
    public Task<IActionResult> CallersAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", "post", Route = "caller")] HttpRequest request) =>
        door.ServeAsync(request);

    /// <summary>Shows or removes a caller.</summary>
    /// <param name="request">The request.</param>
    [Function("Caller")]
    public Task<IActionResult> CallerAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", "delete", Route = "caller/{id}")] HttpRequest request) =>
        door.ServeAsync(request);

    /// <summary>Makes an API key for a caller.</summary>
    /// <param name="request">The request.</param>
    [Function("CallerKeys")]
    public Task<IActionResult> CallerKeysAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "caller/{id}/key")] HttpRequest request) =>
        door.ServeAsync(request);

    /// <summary>Takes an API key back.</summary>
    /// <param name="request">The request.</param>
    [Function("CallerKey")]
    public Task<IActionResult> CallerKeyAsync(
        [HttpTrigger(AuthorizationLevel.Function, "delete", Route = "caller/{id}/key/{key}")] HttpRequest request) =>
        door.ServeAsync(request);

    /// <summary>Who asks, and what it may do.</summary>
    /// <param name="request">The request.</param>
    [Function("WhoAmI")]
    public Task<IActionResult> WhoAmIAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "whoami")] HttpRequest request) =>
        door.ServeAsync(request);
}
