using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace TokenFunctions.Worker.Functions;

/// <summary>What was done, and what the service is.</summary>
/// <param name="door">The way into the API.</param>
public sealed class RecordRoutes(ApiDoor door)
{
    /// <summary>Who changed what.</summary>
    /// <param name="request">The request.</param>
    [Function("Audit")]
    public Task<IActionResult> AuditAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "audit")] HttpRequest request) =>
        door.ServeAsync(request);

    /// <summary>What happened to tokens lately.</summary>
    /// <param name="request">The request.</param>
    [Function("Activity")]
    public Task<IActionResult> ActivityAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "activity")] HttpRequest request) =>
        door.ServeAsync(request);

    /// <summary>The release and its role.</summary>
    /// <param name="request">The request.</param>
    [Function("Version")]
    public Task<IActionResult> VersionAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "version")] HttpRequest request) =>
        door.ServeAsync(request);

    /// <summary>The contract of the API.</summary>
    /// <param name="request">The request.</param>
    [Function("OpenApi")]
    public Task<IActionResult> OpenApiAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "openapi.json")] HttpRequest request) =>
        door.ServeAsync(request);
}
