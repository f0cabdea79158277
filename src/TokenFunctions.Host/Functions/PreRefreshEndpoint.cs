using TokenFunctions.Hosting.Scheduling;
using TokenFunctions.Http.Access;

namespace TokenFunctions.Host.Functions;

/// <summary>The timer function's door: the Functions host posts a tick to <c>/PreRefresh</c>.</summary>
/// <remarks>The path has no <c>/api</c>, so that no request from outside is passed on to it; one that is nevertheless
/// finds nothing there (<see cref="HostCall"/>). The answer to the host is always a JSON object: after an empty one it
/// would never fire the timer again (Azure/azure-functions-host, DefaultHttpWorkerService).</remarks>
public static class PreRefreshEndpoint
{
    /// <summary>The function's name and so its path.</summary>
    public const string Path = "/PreRefresh";

    /// <summary>Maps the door; only for an app that the Functions host started, and without a key: only
    /// that host reaches it.</summary>
    public static void MapPreRefresh(this IEndpointRouteBuilder app) =>
        app.MapPost(Path, (RequestDelegate)RunAsync).WithMetadata(Need.None);

    private static async Task RunAsync(HttpContext context)
    {
        if (!HostCall.Is(context))
        {
            // As any path that is not there; the step around the routes says it in words.
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var tick = context.RequestServices.GetRequiredService<TimerTick>();
        try
        {
            var report = await tick.RunAsync(context.RequestAborted);
            await WriteAsync(context, StatusCodes.Status200OK, TimerAnswer.Write(report));
        }
        catch (TickFailedException e)
        {
            // The host must get its JSON object whatever happened; the status marks the run as failed.
            await WriteAsync(context, StatusCodes.Status500InternalServerError, TimerAnswer.WriteFailed(e.Message));
        }
    }

    private static Task WriteAsync(HttpContext context, int status, string json)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(json);
    }
}
