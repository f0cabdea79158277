using System.Globalization;

namespace TokenFunctions.Realms.Egress;

/// <summary>Reads one entry of the egress setting:
/// <c>[scheme://](host|*.suffix|address|address/bits)[:port]</c>.</summary>
internal static class EgressEntryParser
{
    private const string Http = "http://";
    private const string Https = "https://";

    /// <summary>The entry; null when the text is none.</summary>
    public static EgressEntry? Parse(string text)
    {
        var lower = text.ToLowerInvariant();
        var isHttp = lower.StartsWith(Http, StringComparison.Ordinal);
        var prefix = isHttp ? Http.Length : lower.StartsWith(Https, StringComparison.Ordinal) ? Https.Length : 0;
        var (place, port) = SplitPort(lower[prefix..].TrimEnd('/'));
        if (port is < 1 or > 65535) return null;
        var scheme = isHttp ? "http" : "https";
        var bare = string.Concat(place.Where(c => c is not ('[' or ']')));
        if (AddressBlock.TryParse(bare, out var block)) return new(scheme, null, block, port);
        return HostPattern.Parse(place) is { } host ? new(scheme, host, null, port) : null;
    }

    // A bare IPv6 address has colons of its own; with a port it has to be in brackets.
    private static (string Place, int? Port) SplitPort(string text)
    {
        var colon = text.LastIndexOf(':');
        var bracket = text.LastIndexOf(']');
        var isPort = colon > bracket && (bracket >= 0 || text.IndexOf(':', StringComparison.Ordinal) == colon);
        if (!isPort) return (text, null);
        var isNumber = int.TryParse(text[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var port);
        return (text[..colon], isNumber ? port : -1);
    }
}
