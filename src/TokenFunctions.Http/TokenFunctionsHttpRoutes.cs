using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TokenFunctions.Http.Access;
using TokenFunctions.Http.Endpoints;
using TokenFunctions.Http.Problems;
using TokenFunctions.Http.Telemetry;

namespace TokenFunctions.Http;

/// <summary>Puts the HTTP API into an app.</summary>
public static class TokenFunctionsHttpRoutes
{
    /// <summary>Adds the steps around the routes, in the order in which a request meets them, and the routes. Routes
    /// that the host maps beside them need a key too, unless their metadata holds another <see cref="Need"/>.</summary>
    public static WebApplication MapTokenFunctions(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        var writer = app.Services.GetRequiredService<AnswerWriter>();
        var logger = app.Services.GetRequiredService<ILogger<ProblemGuard>>();
        app.Use(next => new ServerSpans(next).InvokeAsync);
        app.Use(next => new ResponseHygiene(next).InvokeAsync);
        app.Use(next => new ProblemGuard(next, writer, logger).InvokeAsync);
        // The gate asks the endpoint what it needs, so routing comes before it.
        app.UseRouting();
        app.Use(next => AccessRegistration.Gate(app.Services, next).InvokeAsync);
        var bindings = app.Services.GetRequiredService<IReadOnlyList<RouteBinding>>();
        foreach (var binding in bindings) Map(app, binding);
        return app;
    }

    private static void Map(WebApplication app, RouteBinding binding)
    {
        // Made when it is first asked for: most of them would only make the start slower.
        var serve = new Lazy<RequestDelegate>(() => binding.Bind(app.Services));
        RequestDelegate route = context => serve.Value(context);
        var endpoint = app.MapMethods(binding.Route.Template, [binding.Route.Method], route);
        endpoint.WithMetadata(binding.Route.Need);
    }
}
