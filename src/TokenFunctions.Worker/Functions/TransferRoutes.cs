using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace TokenFunctions.Worker.Functions;

/// <summary>What the service holds, as a whole.</summary>
/// <param name="door">The way into the API.</param>
public sealed class TransferRoutes(ApiDoor door)
{
    /// <summary>Writes realms, secrets and callers out, without values.</summary>
    /// <param name="request">The request.</param>
    [Function("Export")]
    public Task<IActionResult> ExportAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "export")] HttpRequest request) =>
        door.ServeAsync(request);

    /// <summary>Takes in what an export wrote.</summary>
    /// <param name="request">The request.</param>
    [Function("Import")]
    public Task<IActionResult> ImportAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "import")] HttpRequest request) =>
        door.ServeAsync(request);
}
