using TokenFunctions.Http.Tests.App;

namespace TokenFunctions.Http.Tests.Audit;

/// <summary>What a route leaves in the audit.</summary>
/// <param name="Route">Verb and template.</param>
/// <param name="Path">The path that is asked.</param>
/// <param name="Body">The body; null = none.</param>
/// <param name="Entries">The entries that it leaves: action, realm, key and result.</param>
internal sealed record AuditedRoute(string Route, string Path, string? Body, params string[] Entries)
{
    /// <summary>A route that changes nothing.</summary>
    public static AuditedRoute Silent(string route, string? path = null, string? body = null) =>
        new(route, path ?? route[(route.IndexOf(' ', StringComparison.Ordinal) + 1)..], body);

    public HttpRequestMessage Request()
    {
        var method = new HttpMethod(Route[..Route.IndexOf(' ', StringComparison.Ordinal)]);
        return Body is null ? new HttpRequestMessage(method, Path) : TestApp.Json(method, Path, Body);
    }
}
