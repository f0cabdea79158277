using Microsoft.AspNetCore.Http;
using TokenFunctions.Http.Access;
using TokenFunctions.Http.Endpoints;
using TokenFunctions.Http.Problems;

namespace TokenFunctions.Http.Fronts;

/// <summary>The same routes at a front that is apart from its core. Those that need realms, secrets or tokens in a
/// store are the core's; whoever has a key here is told so.</summary>
internal static class FrontRoutes
{
    private static readonly HashSet<string> Served =
    [
        "/", "/api/health", "/api/health/live", "/api/health/ready", "/api/version", "/api/whoami", "/api/openapi.json",
        "/api/token", "/api/cache/token", "/api/audit",
        "/api/caller", "/api/caller/{id}", "/api/caller/{id}/key", "/api/caller/{id}/key/{key}",
    ];

    /// <summary>Every route, and what serves it at a front.</summary>
    public static readonly IReadOnlyList<RouteBinding> Bindings = [.. RouteTable.Bindings.Select(AtFront)];

    /// <summary>Whether a front serves the route itself.</summary>
    public static bool Serves(ApiRoute route) => Served.Contains(route.Template);

    private static RouteBinding AtFront(RouteBinding binding) => Serves(binding.Route)
        ? binding
        : RouteBinding.Of(binding.Route with { Need = NeedOf(binding.Route), TakesBody = true }, _ => CoreOnly);

    // Who looks for the console with a browser, which sends no key, is told where it is.
    private static Need NeedOf(ApiRoute route) => route.IsAnonymous ? Need.None : Need.Key;

    private static Task<Answer> CoreOnly(HttpContext context) =>
        Task.FromResult<Answer>(ResourceProblem.CoreOnly());
}
