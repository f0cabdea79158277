using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
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
        app.UseSteps();
        app.MapRoutes();
        return app;
    }

    /// <summary>The steps around the routes, up to the choice of one and the question who asks.</summary>
    internal static void UseSteps(this IApplicationBuilder app)
    {
        var services = app.ApplicationServices;
        var writer = services.GetRequiredService<AnswerWriter>();
        var logger = services.GetRequiredService<ILogger<ProblemGuard>>();
        app.Use(next => new ServerSpans(next).InvokeAsync);
        app.Use(next => new ResponseHygiene(next).InvokeAsync);
        app.Use(next => new ProblemGuard(next, writer, logger).InvokeAsync);
        // The gate asks the endpoint what it needs, so routing comes before it.
        app.UseRouting();
        app.Use(next => AccessRegistration.Gate(services, next).InvokeAsync);
    }

    /// <summary>The routes.</summary>
    internal static void MapRoutes(this IEndpointRouteBuilder routes)
    {
        foreach (var binding in routes.ServiceProvider.GetRequiredService<IReadOnlyList<RouteBinding>>())
            Map(routes, binding);
    }

    private static void Map(IEndpointRouteBuilder routes, RouteBinding binding)
    {
        // Made when it is first asked for: most of them would only make the start slower.
        var serve = new Lazy<RequestDelegate>(() => binding.Bind(routes.ServiceProvider));
        RequestDelegate route = context => serve.Value(context);
        var endpoint = routes.MapMethods(binding.Route.Template, [binding.Route.Method], route);
        endpoint.WithMetadata(binding.Route.Need);
    }
}
