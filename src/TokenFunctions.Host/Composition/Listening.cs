using System.Net;
using TokenFunctions.Hosting.Settings;
using TokenFunctions.Http;

namespace TokenFunctions.Host.Composition;

/// <summary>Where Kestrel listens.</summary>
internal static class Listening
{
    /// <summary>Under the Functions host the given port on 127.0.0.1 and nothing else: its own address is inherited as
    /// <c>ASPNETCORE_URLS</c> and must not be taken.</summary>
    public static void ListenAsSet(this WebApplicationBuilder builder, ServiceSettings settings)
    {
        if (!settings.UnderFunctions) builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            KestrelRules.Apply(kestrel, settings.MaxConnections);
            if (settings.FunctionsPort is { } port) kestrel.Listen(IPAddress.Loopback, port);
        });
        builder.WebHost.UseUrls(settings.UnderFunctions ? [] : [.. settings.Urls]).PreferHostingUrls(false);
    }
}
