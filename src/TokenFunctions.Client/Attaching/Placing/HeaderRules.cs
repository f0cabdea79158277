namespace TokenFunctions.Client.Attaching.Placing;

/// <summary>What may stand in a request's header.</summary>
internal static class HeaderRules
{
    private static readonly string[] Transport =
        ["Host", "Connection", "Transfer-Encoding", "Keep-Alive", "TE", "Trailer", "Upgrade", "Expect"];

    /// <summary>Whether a name is a token (RFC 9110 §5.6.2).</summary>
    public static bool IsName(string name) =>
        name.Length > 0
        && name.All(c => char.IsAsciiLetterOrDigit(c) || "!#$%&'*+-.^_`|~".Contains(c, StringComparison.Ordinal));

    /// <summary>Whether the transport or the content decides the header of this name (RFC 9110 §7.6.1, §8).</summary>
    public static bool IsReserved(string name) =>
        name.StartsWith("Content-", StringComparison.OrdinalIgnoreCase)
        || Transport.Contains(name, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a value is printable ASCII, so that it can neither end the line nor be re-encoded on the
    /// way.</summary>
    public static bool IsValue(string value) => value.All(c => c is >= ' ' and <= '~' or '\t');
}
