using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace TokenFunctions.Worker.Functions;

/// <summary>The console, the page for people; what it shows is asked for with a key.</summary>
/// <param name="door">The way into the API.</param>
public sealed class ConsoleRoutes(ApiDoor door)
{
    /// <summary>The page.</summary>
    /// <param name="request">The request.</param>
    [Function("Console")]
    public Task<IActionResult> ConsoleAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "console")] HttpRequest request) =>
        door.ServeAsync(request);

    /// <summary>A file of the page.</summary>
    /// <param name="request">The request.</param>
    [Function("ConsoleFile")]
    public Task<IActionResult> ConsoleFileAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "console/{room}/{file}")]
        HttpRequest request) =>
        door.ServeAsync(request);
}
