using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using TokenFunctions.Http;

namespace TokenFunctions.Worker.Functions;

/// <summary>The way of every HTTP function into the API.</summary>
/// <param name="api">The API, with its own steps and routes.</param>
public sealed class ApiDoor(HttpApi api)
{
    // The answer is written already; the worker has nothing to add.
    private static readonly EmptyResult Answered = new();

    /// <summary>Serves a request.</summary>
    /// <param name="request">The request as the Functions host passed it on.</param>
    public async Task<IActionResult> ServeAsync(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        await api.ServeAsync(request.HttpContext);
        return Answered;
    }
}
