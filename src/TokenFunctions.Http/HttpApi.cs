using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace TokenFunctions.Http;

/// <summary>The HTTP API as a whole behind one method, for a host that has taken the request in by itself: a web
/// server whose pipeline and routes are not the app's.</summary>
/// <remarks>A request meets the same steps and routes as in an app of its own; what the host has made of its path
/// before does not count.</remarks>
public sealed class HttpApi
{
    private readonly RequestDelegate pipeline;

    /// <summary>The API of an app whose services were registered by
    /// <see cref="TokenFunctionsHttpRegistration.AddTokenFunctionsHttp"/> or as a front's, and which has ASP.NET Core's
    /// routing among them.</summary>
    /// <param name="services">The app's services, not those of one request.</param>
    public HttpApi(IServiceProvider services)
    {
        var app = new ApplicationBuilder(services);
        app.UseSteps();
        app.UseEndpoints(routes => routes.MapRoutes());
        pipeline = app.Build();
    }

    /// <summary>Serves a request: at the end the answer is written.</summary>
    /// <param name="context">The request, whose path begins as in <see cref="RouteTable"/>.</param>
    public async Task ServeAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        // The host may call from elsewhere than where the server took the request in: its span is the one that counts.
        if (context.Features.Get<IHttpActivityFeature>()?.Activity is { } span) Activity.Current = span;
        // Routing leaves a request alone that has an endpoint: the host's own, here.
        context.SetEndpoint(null);
        context.Request.RouteValues.Clear();
        await pipeline(context);
    }
}
