using TokenFunctions.Realms.Requests;

namespace TokenFunctions.Realms.Responses;

/// <summary>What the runtime makes of texts in an address, which it does not send as they were written.</summary>
internal static class UrlSpelling
{
    /// <summary>Further texts that a secret is in, when it is a URL or the host of one.</summary>
    public static IEnumerable<string> Of(string secret)
    {
        if (secret.StartsWith("http", StringComparison.OrdinalIgnoreCase)) return OfUrl(secret);
        return Uri.TryCreate($"http://{secret}", UriKind.Absolute, out var uri) && UrlText.IsAuthority(secret)
            && HostBefore(uri) is not null ? [uri.Host] : [];
    }

    /// <summary>The host, and the port, as they were written; null where the address still has them: where the runtime
    /// has not made an IP address of a number.</summary>
    public static string? HostBefore(Uri address)
    {
        if (address.HostNameType is not (UriHostNameType.IPv4 or UriHostNameType.IPv6)) return null;
        var written = address.OriginalString;
        written = written[(written.IndexOf("//", StringComparison.Ordinal) + 2)..];
        var end = written.AsSpan().IndexOfAny(@"/\?#");
        if (end >= 0) written = written[..end];
        return written.StartsWith(address.Host, StringComparison.OrdinalIgnoreCase) ? null : written;
    }

    // Where a url is a credential, that is in its path or its query; both are told without the host, too.
    private static IEnumerable<string> OfUrl(string secret)
    {
        var query = secret.IndexOf('?', StringComparison.Ordinal);
        if (query >= 0) yield return secret[(query + 1)..];
        if (!Uri.TryCreate(secret, UriKind.Absolute, out var uri) || !UrlText.IsHttp(uri)) yield break;
        yield return uri.PathAndQuery.Length > 1 ? uri.AbsoluteUri : uri.GetLeftPart(UriPartial.Authority);
        yield return uri.PathAndQuery;
        yield return uri.AbsolutePath;
    }
}
