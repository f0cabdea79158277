using System.Net;

namespace TokenFunctions.Host.Functions;

/// <summary>Tells what the Functions host itself calls from what it passes on for others.</summary>
/// <remarks>Its own calls go to <c>127.0.0.1</c> and the app's port and came through no front. Of what it passes on,
/// a forwarding host keeps the client's <c>Host</c>, and a proxying one says in <c>X-Forwarded-Host</c> what that was;
/// in Azure the front ends before it add headers of their own, which a client cannot take off.</remarks>
internal static class HostCall
{
    private static readonly string[] OfFronts =
    [
        "Forwarded", "Via", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Original-URL", "CLIENT-IP",
        "DISGUISED-HOST", "X-ARR-LOG-ID", "x-ms-invocation-id",
    ];

    /// <summary>Whether the request is one of the host's own.</summary>
    public static bool Is(HttpContext context) =>
        IsAddressOf(context.Connection, context.Request.Host)
        && !OfFronts.Any(context.Request.Headers.ContainsKey);

    private static bool IsAddressOf(ConnectionInfo connection, HostString host) =>
        host.Port == connection.LocalPort
        && (host.Host == "localhost"
            || (IPAddress.TryParse(host.Host, out var address) && IPAddress.IsLoopback(address)));
}
