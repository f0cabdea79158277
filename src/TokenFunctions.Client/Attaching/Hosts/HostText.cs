using System.Buffers;

namespace TokenFunctions.Client.Attaching.Hosts;

/// <summary>Hosts as texts, in the one form in which they are compared.</summary>
internal static class HostText
{
    // What would end the authority of an address or say more than host and port (RFC 3986 §3.2).
    private static readonly SearchValues<char> NotOfHosts = SearchValues.Create("/\\?#@*%<>\"'`{}|^,; \t\r\n\0");

    /// <summary>The host in lower case and ASCII (RFC 5891), without the dot at the end that a full name may have.
    /// Addresses of machines are in their usual form, however they were written.</summary>
    public static string Of(Uri address)
    {
        var host = address.IdnHost.ToLowerInvariant();
        return host.EndsWith('.') ? host[..^1] : host;
    }

    /// <summary>Scheme, host and port, for messages; the port only where it is not the usual one.</summary>
    public static string Show(Uri address) =>
        address.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped);

    /// <summary>Reads <c>host</c> or <c>host:port</c>; null when it is neither.</summary>
    public static Uri? TryParse(string scheme, string authority)
    {
        if (authority.Length == 0 || authority.EndsWith(':') || authority.AsSpan().ContainsAny(NotOfHosts)) return null;
        return Uri.TryCreate($"{scheme}://{authority}/", UriKind.Absolute, out var address)
            && address.Host.Length > 0 ? address : null;
    }

    /// <summary>Whether both are of the same scheme, host and port.</summary>
    public static bool IsSameOrigin(Uri one, Uri other) =>
        string.Equals(one.Scheme, other.Scheme, StringComparison.Ordinal)
        && one.Port == other.Port
        && string.Equals(Of(one), Of(other), StringComparison.Ordinal);
}
