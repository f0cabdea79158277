using Microsoft.Extensions.DependencyInjection;
using TokenFunctions.Http.Endpoints;

namespace TokenFunctions.Http;

/// <summary>Every route of the API. What is not here is not served.</summary>
public static class RouteTable
{
    private static readonly string[] Probes = ["GET", "HEAD"];

    internal static readonly IReadOnlyList<RouteBinding> Bindings =
    [
        .. Open("/", _ => HealthEndpoints.Root),
        .. Open("/api/health", s => s.GetRequiredService<HealthEndpoints>().SummaryAsync),
        .. Open("/api/health/live", _ => HealthEndpoints.Live),
        .. Open("/api/health/ready", s => s.GetRequiredService<HealthEndpoints>().ReadyAsync),
        Plain("GET", "/api/version", _ => VersionEndpoint.Read),
        WithBody("GET", "/api/token", s => s.GetRequiredService<TokenEndpoint>().CoreAsync),
        WithBody("POST", "/api/token", s => s.GetRequiredService<TokenEndpoint>().CoreAsync),
        WithBody("GET", "/api/cache/token", s => s.GetRequiredService<TokenEndpoint>().FrontAsync),
        WithBody("POST", "/api/cache/token", s => s.GetRequiredService<TokenEndpoint>().FrontAsync),
        Plain("GET", "/api/realm", s => s.GetRequiredService<RealmEndpoints>().ListAsync),
        WithBody("POST", "/api/realm", s => s.GetRequiredService<RealmEndpoints>().SaveAsync),
        Plain("GET", "/api/realm/{id}", s => s.GetRequiredService<RealmEndpoints>().FindAsync),
        Plain("DELETE", "/api/realm/{id}", s => s.GetRequiredService<RealmEndpoints>().RemoveAsync),
        WithBody("POST", "/api/realm/{id}/test", s => s.GetRequiredService<TrialEndpoints>().StoredAsync),
        WithBody("POST", "/api/realm-test", s => s.GetRequiredService<TrialEndpoints>().UnsavedAsync),
        Plain("GET", "/api/realm-schema.json", _ => RealmSchemaEndpoint.Read),
        Plain("GET", "/api/preset", _ => PresetEndpoints.List),
        Plain("GET", "/api/preset/{id}", _ => PresetEndpoints.Find),
        WithBody("POST", "/api/input/{realm}/{key}", s => s.GetRequiredService<InputEndpoint>().PushAsync),
        WithBody("POST", "/api/realm-draft", s => s.GetRequiredService<RealmDraftEndpoint>().DraftAsync),
        Plain("GET", "/api/secret", s => s.GetRequiredService<SecretEndpoints>().ListAsync),
        WithBody("POST", "/api/secret", s => s.GetRequiredService<SecretEndpoints>().SaveAsync),
        Plain("GET", "/api/secret/{realm}/{key}", s => s.GetRequiredService<SecretEndpoints>().FindAsync),
        Plain("DELETE", "/api/secret/{realm}/{key}", s => s.GetRequiredService<SecretEndpoints>().RemoveAsync),
        Plain("GET", "/api/status", s => s.GetRequiredService<StatusEndpoints>().ListAsync),
        Plain("GET", "/api/status/{realm}/{key}", s => s.GetRequiredService<StatusEndpoints>().FindAsync),
        WithBody("POST", "/api/status/{realm}/{key}/retry", s => s.GetRequiredService<StatusEndpoints>().RetryAsync),
    ];

    /// <summary>The routes, for a comparison with what a host in front lets through.</summary>
    public static IReadOnlyList<ApiRoute> All { get; } = [.. Bindings.Select(b => b.Route)];

    // Load balancers probe with HEAD; the server leaves the body out.
    private static IEnumerable<RouteBinding> Open(string template, Func<IServiceProvider, Handler> bind) =>
        Probes.Select(method => new RouteBinding(new ApiRoute(method, template) { IsAnonymous = true }, bind));

    private static RouteBinding Plain(string method, string template, Func<IServiceProvider, Handler> bind) =>
        new(new ApiRoute(method, template), bind);

    private static RouteBinding WithBody(string method, string template, Func<IServiceProvider, Handler> bind) =>
        new(new ApiRoute(method, template) { TakesBody = true }, bind);
}
