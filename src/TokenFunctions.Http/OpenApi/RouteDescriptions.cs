using TokenFunctions.Http.OpenApi.Routes;

namespace TokenFunctions.Http.OpenApi;

/// <summary>The descriptions of all routes.</summary>
internal static class RouteDescriptions
{
    private static readonly Dictionary<string, RouteDescription> ByRoute = HealthRoutes.All
        .Concat(TokenRoutes.All)
        .Concat(RealmRoutes.All)
        .Concat(PresetRoutes.All)
        .Concat(SecretRoutes.All)
        .Concat(StatusRoutes.All)
        .Concat(CallerRoutes.All)
        .Concat(OperationRoutes.All)
        .Concat(TransferRoutes.All)
        .Concat(ConsoleRoutes.All)
        .ToDictionary(StringComparer.Ordinal);

    /// <summary>All of them, each under its method and template.</summary>
    public static IReadOnlyDictionary<string, RouteDescription> All => ByRoute;

    /// <summary>What a route is.</summary>
    /// <exception cref="KeyNotFoundException">It is not described; add it.</exception>
    public static RouteDescription Of(ApiRoute route) => ByRoute[$"{route.Method} {route.Template}"];
}
