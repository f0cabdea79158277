using System.Net;
using Microsoft.AspNetCore.Http;

namespace TokenFunctions.Hosting.Settings;

/// <summary>Where the app listens when it runs by itself.</summary>
internal sealed class ListenAddresses(IConfiguration configuration, List<string> faults)
{
    private const string Default = "http://127.0.0.1:7071";

    /// <summary>The addresses; none under the Functions host, whose own <c>ASPNETCORE_URLS</c> the app
    /// inherits.</summary>
    public IReadOnlyList<string> Read(bool underFunctions)
    {
        if (configuration.GetSection("Kestrel:Endpoints").Exists())
            faults.Add("Kestrel__Endpoints is not supported, because it would"
                + " bypass the rules for addresses; use ASPNETCORE_URLS");
        if (underFunctions) return [];
        // The host strips the prefix of ASPNETCORE_ variables, so the setting is known under its short name too.
        var text = configuration["ASPNETCORE_URLS"] ?? configuration["urls"];
        var urls = (string.IsNullOrWhiteSpace(text) ? Default : text)
            .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        foreach (var url in urls) Check(url);
        return urls;
    }

    /// <summary>Whether other machines can reach the address; false for what is none, which is a fault of its
    /// own.</summary>
    public static bool IsOpen(string url) => Parse(url) is { } address && !IsLoopback(address);

    /// <summary>Whether who asks this machine's loopback at that port reaches the address.</summary>
    public static bool IsAtLoopback(string url, int port) =>
        Parse(url) is { } address && address.Port == port && (IsLoopback(address) || IsAny(address));

    // The server listens on all addresses for any host that is neither an address nor localhost, not only for * and +.
    private static bool IsAny(BindingAddress address) =>
        !IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip)
        || ip.Equals(IPAddress.Any) || ip.Equals(IPAddress.IPv6Any);

    private static BindingAddress? Parse(string url)
    {
        try
        {
            return BindingAddress.Parse(url);
        }
        catch (Exception e) when (e is FormatException or ArgumentOutOfRangeException)
        {
            // It throws the latter for a Unix socket whose path ends with a slash.
            return null;
        }
    }

    private static bool IsLoopback(BindingAddress address) =>
        string.Equals(address.Host, "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));

    // A port that is no number is taken for a part of the host, and the server listens on all addresses for such a one.
    private static bool IsHost(string host) =>
        host is "+" or "*" || Uri.CheckHostName(host) != UriHostNameType.Unknown;

    private void Check(string url)
    {
        if (Parse(url) is { Scheme: "http" or "https", IsUnixPipe: false, IsNamedPipe: false, PathBase: "" } address
            && IsHost(address.Host) && address.Port is >= 0 and <= IPEndPoint.MaxPort) return;
        faults.Add($"ASPNETCORE_URLS holds '{url}', which is not an address such as http://127.0.0.1:7071");
    }
}
