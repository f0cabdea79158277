using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace TokenFunctions.Http;

/// <summary>What the web server itself may accept and tell. Where it refuses, no route is reached; docs/limits.md has
/// the answers.</summary>
public static class KestrelRules
{
    // Above what a body may have, so that a body that is a little too long still gets its problem answered.
    internal const long MaxRequestBody = 4 * 1024 * 1024;

    // Above what a query may have, for the same reason.
    internal const int MaxRequestLine = 16 * 1024;
    internal const int MaxHeaderCount = 100;
    internal const int MaxHeaderBytes = 32 * 1024;
    internal const int BodyBytesPerSecond = 240;

    internal static readonly TimeSpan BodyGrace = TimeSpan.FromSeconds(5);
    internal static readonly TimeSpan HeadTime = TimeSpan.FromSeconds(15);
    internal static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(130);

    /// <summary>Sets the limits; where it listens is the host's business.</summary>
    /// <param name="options">The server's options.</param>
    /// <param name="maxConnections">How many connections it takes at once; another one is closed.</param>
    public static void Apply(KestrelServerOptions options, int maxConnections)
    {
        Apply(options);
        options.Limits.MaxConcurrentConnections = maxConnections;
    }

    /// <summary>As <see cref="Apply(KestrelServerOptions, int)"/>, with any number of connections.</summary>
    public static void Apply(KestrelServerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.AddServerHeader = false;
        var limits = options.Limits;
        limits.MaxRequestBodySize = MaxRequestBody;
        limits.MaxRequestLineSize = MaxRequestLine;
        limits.MaxRequestHeaderCount = MaxHeaderCount;
        limits.MaxRequestHeadersTotalSize = MaxHeaderBytes;
        limits.MinRequestBodyDataRate = new MinDataRate(BodyBytesPerSecond, BodyGrace);
        limits.MinResponseDataRate = new MinDataRate(BodyBytesPerSecond, BodyGrace);
        limits.RequestHeadersTimeout = HeadTime;
        limits.KeepAliveTimeout = KeepAlive;
    }
}
