using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using TokenFunctions.Http.Access;
using TokenFunctions.Http.Console;
using TokenFunctions.Http.Endpoints;

namespace TokenFunctions.Http;

/// <summary>Every route of the API. What is not here is not served.</summary>
public static class RouteTable
{
    private static readonly string[] Probes = ["GET", "HEAD"];
    private static readonly Need SomeTokens = new(Scope.Named);
    private static readonly Need SomeAdmin = new(Scope.Named, Verb.Admin);
    private static readonly Need ServiceAdmin = new(Scope.Service, Verb.Admin);
    private static readonly Need RealmAdmin = new(Scope.Realm, Verb.Admin);
    private static readonly Need TokenAdmin = new(Scope.Token, Verb.Admin);

    internal static readonly IReadOnlyList<RouteBinding> Bindings =
    [
        .. Open("/", _ => HealthEndpoints.Root),
        .. Open("/api/health", s => s.GetRequiredService<HealthEndpoints>().SummaryAsync),
        .. Open("/api/health/live", _ => HealthEndpoints.Live),
        .. Open("/api/health/ready", s => s.GetRequiredService<HealthEndpoints>().ReadyAsync),
        .. Page("/api/console", s => s.GetRequiredService<ConsoleEndpoints>().PageAsync),
        .. Page("/api/console/{room}/{file}", s => s.GetRequiredService<ConsoleEndpoints>().FileAsync),
        Plain("GET", "/api/whoami", Need.Key, _ => WhoAmIEndpoint.Read),
        Plain("GET", "/api/version", Need.Key, s => s.GetRequiredService<VersionEndpoint>().Read),
        Plain("GET", "/api/openapi.json", Need.Key, _ => OpenApiEndpoint.Read),
        Tokens("GET", "/api/token", s => s.GetRequiredService<TokenEndpoint>().CoreAsync),
        Tokens("POST", "/api/token", s => s.GetRequiredService<TokenEndpoint>().CoreAsync),
        Tokens("GET", "/api/cache/token", s => s.GetRequiredService<TokenEndpoint>().FrontAsync),
        Tokens("POST", "/api/cache/token", s => s.GetRequiredService<TokenEndpoint>().FrontAsync),
        Plain("GET", "/api/realm", SomeAdmin, s => s.GetRequiredService<RealmEndpoints>().ListAsync),
        WithBody("POST", "/api/realm", SomeAdmin, s => s.GetRequiredService<RealmEndpoints>().SaveAsync),
        Plain("GET", "/api/realm/{id}", RealmAdmin, s => s.GetRequiredService<RealmEndpoints>().FindAsync),
        Plain("DELETE", "/api/realm/{id}", RealmAdmin, s => s.GetRequiredService<RealmEndpoints>().RemoveAsync),
        WithBody("POST", "/api/realm/{id}/test", RealmAdmin, s => s.GetRequiredService<TrialEndpoints>().StoredAsync),
        WithBody("POST", "/api/realm-test", SomeAdmin, s => s.GetRequiredService<TrialEndpoints>().UnsavedAsync),
        WithBody("POST", "/api/realm-check", SomeAdmin, s => s.GetRequiredService<RealmCheckEndpoint>().CheckAsync),
        Plain("GET", "/api/realm-schema.json", Need.Key, _ => RealmSchemaEndpoint.Read),
        Plain("GET", "/api/preset", Need.Key, _ => PresetEndpoints.List),
        Plain("GET", "/api/preset/{id}", Need.Key, _ => PresetEndpoints.Find),
        WithBody(
            "POST", "/api/input/{realm}/{key}", new(Scope.Token, Verb.Input),
            s => s.GetRequiredService<InputEndpoint>().PushAsync),
        WithBody("POST", "/api/realm-draft", Need.Key, s => s.GetRequiredService<RealmDraftEndpoint>().DraftAsync),
        Plain("GET", "/api/secret", SomeAdmin, s => s.GetRequiredService<SecretEndpoints>().ListAsync),
        WithBody("POST", "/api/secret", SomeAdmin, s => s.GetRequiredService<SecretEndpoints>().SaveAsync),
        Plain("GET", "/api/secret/{realm}/{key}", TokenAdmin, s => s.GetRequiredService<SecretEndpoints>().FindAsync),
        Plain(
            "DELETE", "/api/secret/{realm}/{key}", TokenAdmin,
            s => s.GetRequiredService<SecretEndpoints>().RemoveAsync),
        Plain(
            "GET", "/api/status", new(Scope.Named, Verb.Status),
            s => s.GetRequiredService<StatusEndpoints>().ListAsync),
        Plain(
            "GET", "/api/status/{realm}/{key}", new(Scope.Token, Verb.Status),
            s => s.GetRequiredService<StatusEndpoints>().FindAsync),
        WithBody(
            "POST", "/api/status/{realm}/{key}/retry", TokenAdmin,
            s => s.GetRequiredService<RetryEndpoint>().RetryAsync),
        Plain("GET", "/api/caller", ServiceAdmin, s => s.GetRequiredService<CallerEndpoints>().ListAsync),
        WithBody("POST", "/api/caller", ServiceAdmin, s => s.GetRequiredService<CallerEndpoints>().SaveAsync),
        Plain("GET", "/api/caller/{id}", ServiceAdmin, s => s.GetRequiredService<CallerEndpoints>().FindAsync),
        Plain("DELETE", "/api/caller/{id}", ServiceAdmin, s => s.GetRequiredService<CallerEndpoints>().RemoveAsync),
        WithBody(
            "POST", "/api/caller/{id}/key", ServiceAdmin, s => s.GetRequiredService<CallerKeyEndpoints>().AddAsync),
        Plain(
            "DELETE", "/api/caller/{id}/key/{key}", ServiceAdmin,
            s => s.GetRequiredService<CallerKeyEndpoints>().RemoveAsync),
        Plain("GET", "/api/audit", ServiceAdmin, s => s.GetRequiredService<AuditEndpoint>().ListAsync),
        Plain("GET", "/api/activity", ServiceAdmin, s => s.GetRequiredService<ActivityEndpoint>().ListAsync),
        Plain("GET", "/api/sealing", ServiceAdmin, s => s.GetRequiredService<SealingEndpoints>().ShowAsync),
        WithBody(
            "POST", "/api/sealing/reseal", ServiceAdmin, s => s.GetRequiredService<SealingEndpoints>().ResealAsync),
        Plain("GET", "/api/export", ServiceAdmin, s => s.GetRequiredService<ExportEndpoint>().ReadAsync),
        WithBody("POST", "/api/import", ServiceAdmin, s => s.GetRequiredService<ImportEndpoint>().TakeAsync),
    ];

    /// <summary>The routes, for a comparison with what a host in front lets through.</summary>
    public static IReadOnlyList<ApiRoute> All { get; } = [.. Bindings.Select(b => b.Route)];

    // Load balancers probe with HEAD; the server leaves the body out.
    private static IEnumerable<RouteBinding> Open(string template, Func<IServiceProvider, Handler> bind) =>
        Probes.Select(method => RouteBinding.Of(new ApiRoute(method, template) { Need = Need.None }, bind));

    private static IEnumerable<RouteBinding> Page(string template, Func<IServiceProvider, RequestDelegate> bind) =>
        Probes.Select(method => new RouteBinding(new ApiRoute(method, template) { Need = Need.None }, bind));

    private static RouteBinding Plain(
        string method, string template, Need need, Func<IServiceProvider, Handler> bind) =>
        RouteBinding.Of(new ApiRoute(method, template) { Need = need }, bind);

    private static RouteBinding WithBody(
        string method, string template, Need need, Func<IServiceProvider, Handler> bind) =>
        RouteBinding.Of(new ApiRoute(method, template) { Need = need, TakesBody = true }, bind);

    private static RouteBinding Tokens(string method, string template, Func<IServiceProvider, RequestDelegate> bind) =>
        new(new ApiRoute(method, template) { Need = SomeTokens, TakesBody = true }, bind);
}
