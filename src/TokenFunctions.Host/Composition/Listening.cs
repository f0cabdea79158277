using System.Net;
using TokenFunctions.Host.Settings;

namespace TokenFunctions.Host.Composition;

/// <summary>Where Kestrel listens, and its limits.</summary>
internal static class Listening
{
    private const int MaxBody = 1024 * 1024;

    /// <summary>Under the Functions host the given port on 127.0.0.1 and nothing else: its own address is inherited as
    /// <c>ASPNETCORE_URLS</c> and must not be taken.</summary>
    public static void ListenAsSet(this WebApplicationBuilder builder, ServiceSettings settings)
    {
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MaxBody;
            kestrel.Limits.MaxRequestHeadersTotalSize = 16 * 1024;
            if (settings.FunctionsPort is { } port) kestrel.Listen(IPAddress.Loopback, port);
        });
        if (!settings.UnderFunctions) builder.WebHost.UseUrls([.. settings.Urls]);
    }

    /// <summary>Log categories that would print addresses with their query, and with it keys, are kept shut whatever the
    /// configuration says.</summary>
    public static void LogSafely(this ILoggingBuilder logging) => logging
        .AddFilter("Microsoft.AspNetCore", LogLevel.Warning)
        .AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning)
        .AddFilter("Microsoft.AspNetCore.Routing", LogLevel.Warning)
        .AddFilter("Microsoft.AspNetCore.Server.Kestrel", LogLevel.Warning);
}
