using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using TokenFunctions.Diagnostics;
using TokenFunctions.Http.Endpoints;

namespace TokenFunctions.Http.Problems;

/// <summary>The outermost step: what was thrown, and what no route took, becomes a problem.</summary>
internal sealed partial class ProblemGuard(RequestDelegate next, AnswerWriter writer, ILogger<ProblemGuard> logger)
{
    // Most requests are answered at once, and then nothing is left to be awaited.
    public Task InvokeAsync(HttpContext context)
    {
        Task serving;
        try
        {
            serving = next(context);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            serving = Task.FromException(e);
        }

        return serving.IsCompletedSuccessfully && context.Response.StatusCode is not (404 or 405)
            ? serving
            : GuardAsync(context, serving);
    }

    private async Task GuardAsync(HttpContext context, Task serving)
    {
        try
        {
            await serving;
            await FillAsync(context);
        }
        catch (Exception e)
            when (e is OperationCanceledException or IOException && context.RequestAborted.IsCancellationRequested)
        {
            // The caller has left: there is nobody to answer.
            context.Abort();
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            await AnswerAsync(context, e);
        }
    }

    private Task FillAsync(HttpContext context) => context.Response switch
    {
        { HasStarted: false, StatusCode: 404 } => writer.WriteAsync(context, ResourceProblem.NotFound()),
        { HasStarted: false, StatusCode: 405 } => writer.WriteAsync(context, ResourceProblem.MethodNotAllowed()),
        _ => Task.CompletedTask,
    };

    private async Task AnswerAsync(HttpContext context, Exception exception)
    {
        var problem = ExceptionTable.Find(exception);
        if (problem is null) LogUnexpected(FaultText.Of(exception));
        else if (problem.Status >= 500) LogKnown(problem.Code, FaultText.Of(exception));
        if (context.Response.HasStarted) context.Abort();
        else await writer.WriteAsync(context, problem ?? ExceptionTable.Unexpected);
    }

    [LoggerMessage(2001, LogLevel.Error, "A request failed in an unexpected way: {Exception}",
        EventName = "request_failed")]
    private partial void LogUnexpected(string exception);

    [LoggerMessage(2002, LogLevel.Warning, "A request failed with {Code}: {Exception}",
        EventName = "request_trouble")]
    private partial void LogKnown(string code, string exception);
}
