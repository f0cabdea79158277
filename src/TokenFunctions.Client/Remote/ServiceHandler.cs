namespace TokenFunctions.Client.Remote;

/// <summary>The way to a service.</summary>
internal static class ServiceHandler
{
    // A name may get another address; connections that never end would not notice.
    private static readonly TimeSpan PooledLifetime = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(10);

    /// <summary>Connections that carry the keys to the service and nowhere else: redirects are not followed, and what
    /// is sent in plain text to this machine passes no proxy.</summary>
    public static SocketsHttpHandler Create(TokenFunctionsOptions options) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = options.Address is not { IsLoopback: true },
        PooledConnectionLifetime = PooledLifetime,
        ConnectTimeout = ConnectTimeout,
        EnableMultipleHttp2Connections = true,
        MaxResponseHeadersLength = 32,
        ActivityHeadersPropagator = new TracePropagator(),
    };
}
