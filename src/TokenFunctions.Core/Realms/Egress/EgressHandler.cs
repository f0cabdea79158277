using System.Net;

namespace TokenFunctions.Realms.Egress;

/// <summary>The way out to providers: guarded, without proxy, cookies, redirects, decompression
/// or a second sending.</summary>
public sealed class EgressHandler : DelegatingHandler
{
    private EgressHandler(HttpMessageHandler inner)
        : base(inner)
    {
    }

    /// <summary>Makes the handler; one for the whole process is enough, and one for each client certificate.</summary>
    /// <param name="rules">Where it may call.</param>
    /// <param name="resolve">Looks hosts up; null = the system's resolver.</param>
    /// <param name="identity">The client certificate, which must outlive the handler; null = none.</param>
    public static EgressHandler Create(EgressRules rules, ResolveHost? resolve = null, ClientIdentity? identity = null)
    {
        var guard = new EgressGuard(rules, resolve ?? Dns.GetHostAddressesAsync);
        var handler = Connections(guard);
        handler.SslOptions.CertificateChainPolicy = ServerTrust.System();
        identity?.ApplyTo(handler.SslOptions);
        return new(handler);
    }

    /// <inheritdoc/>
    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return SendWatchedAsync(request, cancellationToken);
    }

    private static SocketsHttpHandler Connections(EgressGuard guard) =>
        new()
        {
            ConnectCallback = new EgressConnector(guard).ConnectAsync,
            PlaintextStreamFilter = static (context, _) =>
                ValueTask.FromResult<Stream>(new WatchedStream(context.PlaintextStream)),
            UseProxy = false,
            UseCookies = false,
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
            MaxResponseHeadersLength = 32,
            MaxResponseDrainSize = 0,
            // Tokens are asked for rarely: each call gets a connection of its own and with
            // it a new check of the address.
            PooledConnectionLifetime = TimeSpan.Zero,
            // A provider has no use for our trace ids.
            ActivityHeadersPropagator = null,
        };

    // Asynchronous, so that the watch set on the flow ends with it.
    private async Task<HttpResponseMessage> SendWatchedAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        var watch = new SendWatch();
        request.Options.Set(SendWatch.Key, watch);
        SendWatch.Current = watch;
        return await base.SendAsync(request, cancellation);
    }
}
