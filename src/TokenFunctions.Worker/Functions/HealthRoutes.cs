using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace TokenFunctions.Worker.Functions;

/// <summary>Signs of life, for anybody.</summary>
/// <param name="door">The way into the API.</param>
public sealed class HealthRoutes(ApiDoor door)
{
    /// <summary>How the service and its parts are.</summary>
    /// <param name="request">The request.</param>
    [Function("Health")]
    public Task<IActionResult> HealthAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "health")] HttpRequest request) =>
        door.ServeAsync(request);

    /// <summary>Whether the process lives.</summary>
    /// <param name="request">The request.</param>
    [Function("HealthLive")]
    public Task<IActionResult> HealthLiveAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "health/live")] HttpRequest request) =>
        door.ServeAsync(request);

    /// <summary>Whether it can serve.</summary>
    /// <param name="request">The request.</param>
    [Function("HealthReady")]
    public Task<IActionResult> HealthReadyAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "health/ready")] HttpRequest request) =>
        door.ServeAsync(request);
}
