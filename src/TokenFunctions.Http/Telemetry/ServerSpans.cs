using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using TokenFunctions.Telemetry;

namespace TokenFunctions.Http.Telemetry;

/// <summary>Puts on the server's span what OpenTelemetry's conventions for HTTP want, but for the path and the query:
/// callers put keys there. Where nobody listens there is no span, and this step does nothing.</summary>
internal sealed class ServerSpans(RequestDelegate next)
{
    private const string OtherMethod = "_OTHER";
    private static readonly string[] Methods = ["GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE"];

    // The feature is looked for only where there is any span: a look for what is not there goes through them all.
    public Task InvokeAsync(HttpContext context) =>
        Activity.Current is not null
        && context.Features[typeof(IHttpActivityFeature)] is IHttpActivityFeature
        {
            Activity: { IsAllDataRequested: true } span,
        }
            ? TellAsync(context, span)
            : next(context);

    private async Task TellAsync(HttpContext context, Activity span)
    {
        await next(context);
        var method = Methods.Contains(context.Request.Method, StringComparer.Ordinal)
            ? context.Request.Method
            : OtherMethod;
        var route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
        span.DisplayName = route is null ? method : $"{method} {route}";
        span.SetTag("http.request.method", method).SetTag("url.scheme", context.Request.Scheme);
        if (route is not null) span.SetTag("http.route", route);
        // Whoever has left was sent no status.
        if (context.RequestAborted.IsCancellationRequested) return;
        var status = context.Response.StatusCode;
        span.SetTag("http.response.status_code", status);
        if (status >= 500) span.Fail($"{status}");
    }
}
