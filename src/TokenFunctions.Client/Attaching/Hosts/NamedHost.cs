namespace TokenFunctions.Client.Attaching.Hosts;

/// <summary>One place that a token may go to: scheme, host and port, compared exactly.</summary>
/// <param name="Scheme"><c>https</c> or <c>http</c>.</param>
/// <param name="Host">The host as <see cref="HostText.Of"/> writes it.</param>
/// <param name="Port">The port.</param>
/// <param name="IsBelow">Whether the names below the host are meant and not itself.</param>
internal sealed record NamedHost(string Scheme, string Host, int Port, bool IsBelow)
{
    private const string Below = "*.";

    /// <summary>Reads an entry of <see cref="TokenHandlerOptions.Hosts"/>; null when it is none.</summary>
    public static NamedHost? TryParse(string text)
    {
        var (scheme, authority) = Split(text);
        if (scheme is null) return null;
        var isBelow = authority.StartsWith(Below, StringComparison.Ordinal);
        if (HostText.TryParse(scheme, isBelow ? authority[Below.Length..] : authority) is not { } address) return null;
        var host = HostText.Of(address);
        // One label alone is a whole top-level domain, and an address has nothing below it.
        if (isBelow && (address.HostNameType != UriHostNameType.Dns || !host.Contains('.', StringComparison.Ordinal)))
            return null;
        return new(scheme, host, address.Port, isBelow);
    }

    /// <summary>Whether it names where <paramref name="address"/> goes.</summary>
    /// <param name="address">An absolute address.</param>
    public bool Names(Uri address)
    {
        if (!string.Equals(address.Scheme, Scheme, StringComparison.Ordinal) || address.Port != Port) return false;
        var host = HostText.Of(address);
        return IsBelow
            ? address.HostNameType == UriHostNameType.Dns && host.EndsWith($".{Host}", StringComparison.Ordinal)
            : string.Equals(host, Host, StringComparison.Ordinal);
    }

    private static (string? Scheme, string Authority) Split(string text)
    {
        var mark = text.IndexOf("://", StringComparison.Ordinal);
        if (mark < 0) return (Uri.UriSchemeHttps, text);
        var rest = text[(mark + 3)..];
        return (SchemeOf(text[..mark]), rest.EndsWith('/') ? rest[..^1] : rest);
    }

    private static string? SchemeOf(string text) => text.ToLowerInvariant() switch
    {
        "https" => Uri.UriSchemeHttps,
        "http" => Uri.UriSchemeHttp,
        _ => null,
    };
}
