using TokenFunctions.Realms;

namespace TokenFunctions.Client.Attaching.Placing;

/// <summary>What is wrong with a rule by which a token is put on a request.</summary>
internal static class AttachFaults
{
    // The transport or the content decides these (RFC 9110 §7.6.1, §8).
    private static readonly string[] Reserved =
        ["Host", "Connection", "Transfer-Encoding", "Keep-Alive", "TE", "Trailer", "Upgrade", "Expect"];

    /// <summary>Each fault as a sentence; none = a token can be put where it says.</summary>
    public static IEnumerable<string> Of(AttachRule rule)
    {
        var isQuery = rule.Place == TokenPlace.Query;
        var isHeader = rule.Place == TokenPlace.Header;
        if (!isQuery && !isHeader && rule.Place != TokenPlace.Cookie)
            yield return $"Attach.Place is `{rule.Place}`; use header, query or cookie.";
        if (isQuery ? rule.Name.Length == 0 : !IsName(rule.Name))
            yield return $"Attach.Name is `{rule.Name}`; use the name of a {rule.Place}.";
        if (isHeader && IsReserved(rule.Name))
            yield return $"Attach.Name is `{rule.Name}`, a header that the transport sets; use another.";
        if (!IsValue(rule.Prefix)) yield return "Attach.Prefix has characters that no header can carry.";
    }

    /// <summary>Whether a value is printable ASCII, so that it can neither end the line of a header nor be re-encoded
    /// on the way.</summary>
    public static bool IsValue(string value) => value.All(c => c is >= ' ' and <= '~' or '\t');

    // A token by RFC 9110 §5.6.2.
    private static bool IsName(string name) =>
        name.Length > 0
        && name.All(c => char.IsAsciiLetterOrDigit(c) || "!#$%&'*+-.^_`|~".Contains(c, StringComparison.Ordinal));

    private static bool IsReserved(string name) =>
        name.StartsWith("Content-", StringComparison.OrdinalIgnoreCase)
        || Reserved.Contains(name, StringComparer.OrdinalIgnoreCase);
}
