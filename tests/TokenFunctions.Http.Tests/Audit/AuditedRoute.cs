using TokenFunctions.Http.Tests.App;

namespace TokenFunctions.Http.Tests.Audit;

/// <summary>What a route leaves in the audit.</summary>
/// <param name="Route">Verb and template.</param>
/// <param name="Path">The path that is asked.</param>
/// <param name="Body">The body; null = none.</param>
/// <param name="Entries">The entries that it leaves: action, realm, key, subject and result.</param>
internal sealed record AuditedRoute(string Route, string Path, string? Body, params string[] Entries)
{
    /// <summary>A route that changes nothing.</summary>
    public static AuditedRoute Silent(string route, string? path = null, string? body = null) =>
        new(route, path ?? route[(route.IndexOf(' ', StringComparison.Ordinal) + 1)..], body);

    /// <summary>The request, with the key of the caller <c>app</c> where its path asks for one.</summary>
    public HttpRequestMessage Request(string appKey)
    {
        var path = Path.Replace(AuditedRoutes.AppKey, appKey, StringComparison.Ordinal);
        var method = new HttpMethod(Route[..Route.IndexOf(' ', StringComparison.Ordinal)]);
        return Body is null ? new HttpRequestMessage(method, path) : TestApp.Json(method, path, Body);
    }
}
