using System.Text.RegularExpressions;
using TokenFunctions.Realms.Responses;

namespace TokenFunctions.Realms.Trials;

/// <summary>Hides values that stand behind telling names in a text without structure: a form, a broken JSON, a
/// page.</summary>
internal static partial class TellingPairs
{
    /// <summary>The text without them.</summary>
    public static string Hide(string text) => Pair().Replace(
        text,
        pair => TellingNames.IsTelling(pair.Groups["name"].Value)
            ? pair.Groups["head"].Value + SecretMask.Mark
            : pair.Value);

    [GeneratedRegex(
        """(?<head>(?<![A-Za-z0-9_.-])(?<name>(?>[A-Za-z0-9_.-]+))(\\?["'])?\s?[:=>]\s?(\\?["'])?)[^\s"'&;,<>{}\\]+""",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pair();
}
