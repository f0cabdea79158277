using System.Net;

namespace TokenFunctions.Client.Connecting;

/// <summary>The way to the service.</summary>
internal static class ServiceConnections
{
    // A service that moves behind its name is found again within this time.
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(5);

    /// <summary>Opens it: HTTP/2 where the service offers it, no redirects and no cookies, since a key must reach the
    /// service that it is for and nobody else. The machine's proxy is used, but not to this machine itself, where the
    /// request may be plain http.</summary>
    public static HttpMessageInvoker Open(Uri address) => new(new NewestVersion(new SocketsHttpHandler
    {
        PooledConnectionLifetime = Life,
        EnableMultipleHttp2Connections = true,
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = !address.IsLoopback,
        AutomaticDecompression = DecompressionMethods.None,
        MaxResponseHeadersLength = 32,
    }));
}
