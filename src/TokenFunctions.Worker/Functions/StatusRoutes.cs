using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace TokenFunctions.Worker.Functions;

/// <summary>How tokens are.</summary>
/// <param name="door">The way into the API.</param>
public sealed class StatusRoutes(ApiDoor door)
{
    /// <summary>Lists the states of tokens.</summary>
    /// <param name="request">The request.</param>
    [Function("Statuses")]
    public Task<IActionResult> StatusesAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "status")] HttpRequest request) =>
        door.ServeAsync(request);

    /// <summary>The state of a token.</summary>
    /// <param name="request">The request.</param>
    [Function("Status")]
    public Task<IActionResult> StatusAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "status/{realm}/{key}")] HttpRequest request) =>
        door.ServeAsync(request);

    /// <summary>Lifts what holds a token back, and renews it if asked to.</summary>
    /// <param name="request">The request.</param>
    [Function("StatusRetry")]
    public Task<IActionResult> StatusRetryAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "status/{realm}/{key}/retry")] HttpRequest request) =>
        door.ServeAsync(request);
}
