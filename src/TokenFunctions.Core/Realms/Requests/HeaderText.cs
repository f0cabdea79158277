using System.Collections.Frozen;

namespace TokenFunctions.Realms.Requests;

/// <summary>What may stand in a request's header.</summary>
internal static class HeaderText
{
    // Framing belongs to the transport (RFC 9110 §7.6.1, §10.1.1); the runtime takes the last
    // three for headers of the body only.
    private static readonly FrozenSet<string> NotOurs = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "Host", "Connection", "Transfer-Encoding", "Keep-Alive", "TE", "Trailer", "Upgrade", "Expect",
        "Proxy-Connection", "Proxy-Authorization", "Allow", "Expires", "Last-Modified");

    /// <summary>Whether a name is a token by RFC 9110 §5.6.2.</summary>
    public static bool IsToken(string name) =>
        name.Length > 0
        && name.All(c => char.IsAsciiLetterOrDigit(c) || "!#$%&'*+-.^_`|~".Contains(c, StringComparison.Ordinal));

    /// <summary>Whether a name is that of the body's media type.</summary>
    public static bool IsContentType(string name) =>
        string.Equals(name, "Content-Type", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the transport or the body decides the header of this name.</summary>
    public static bool IsReserved(string name) =>
        NotOurs.Contains(name) || name.StartsWith("Content-", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a value is printable ASCII, so that it can neither end the line nor be
    /// re-encoded on the way.</summary>
    public static bool IsValue(string value) => value.All(c => c is >= ' ' and <= '~' or '\t');
}
