using System.Globalization;

namespace TokenFunctions.Host.Apply.Differences;

/// <summary>Which members of a realm hold nothing confidential, by the realm schema. What is not known is masked, so
/// that a member of a later release is never shown by mistake.</summary>
internal static class ShownMembers
{
    // Whatever lies in these is sent to the provider as it stands.
    private static readonly string[] Free = ["value", "body", "header", "claims", "attributes", "initial"];
    private static readonly string[] Addresses = ["url", "logic_code"];
    private static readonly string[] Words = ["secret", "password", "passphrase", "token", "key", "credential"];

    private static readonly string[] Texts =
    [
        "preset", "mode", "method", "content_type", "type", "encoding", "place", "name", "when", "issue", "force_issue",
        "format", "kind", "on", "per", "as", "realm", "alg", "gen", "hash", "output", "identity", "hosts", "service",
        "region", "expires_in_unit", "expires_at_format", "issued_at_format", "in", "not_in", "path",
    ];

    /// <summary>Whether texts at the place are shown as they are.</summary>
    public static bool ShowsTexts(IReadOnlyList<string> path) =>
        !IsFree(path) && Last(path) is var member
        && (Texts.Contains(member, StringComparer.Ordinal) || member.EndsWith("_path", StringComparison.Ordinal));

    /// <summary>Whether the text at the place is an address, which may carry a credential behind its path.</summary>
    public static bool IsAddress(IReadOnlyList<string> path) =>
        !IsFree(path) && Addresses.Contains(Last(path), StringComparer.Ordinal);

    /// <summary>Whether even numbers and flags at the place are masked.</summary>
    public static bool HidesNumbers(IReadOnlyList<string> path) =>
        IsFree(path) || (!ShowsTexts(path) && Last(path) is var member
            && Words.Any(word => member.Contains(word, StringComparison.OrdinalIgnoreCase)));

    private static bool IsFree(IReadOnlyList<string> path) =>
        path.Any(name => Free.Contains(name, StringComparer.Ordinal));

    // The member that an item of an array belongs to.
    private static string Last(IReadOnlyList<string> path) =>
        path.LastOrDefault(name => !int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out _)) ?? "";
}
