using System.Text.RegularExpressions;

namespace TokenFunctions.Realms.Drafting.Guesses;

/// <summary>What a value looks like, whatever its name.</summary>
internal static partial class ValueShape
{
    private const int Second = 1000;

    // An address with a user or a query in it: what an audience or a resource never needs. Read in one pass: many
    // addresses in one long text would otherwise take the square of its length, and the match would be given up.
    private static readonly Regex LoadedAddress = new(
        @"[A-Za-z]://([^/?#\s]*@|[^?#\s]*\?[^#\s]*=)",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking, TimeSpan.FromMilliseconds(Second));

    /// <summary>Whether it is a JWT (RFC 7519: three parts, the first begins with <c>{"</c> in base64url).</summary>
    public static bool IsJwt(string text) =>
        text.StartsWith("eyJ", StringComparison.Ordinal) && text.Count(c => c == '.') == 2 && text.Length > 20;

    /// <summary>Whether it can only be confidential.</summary>
    public static bool IsCredential(string text) =>
        IsJwt(text) || text.Contains("-----BEGIN", StringComparison.Ordinal) || LoadedAddress.IsMatch(text);

    /// <summary>Whether it seems to be drawn at random: long, without blanks, letters and digits mixed.</summary>
    public static bool IsRandom(string text) =>
        text.Length >= 20 && text.Count(char.IsAsciiDigit) >= 3 && text.Any(char.IsAsciiLetter)
        && text.All(c => char.IsAsciiLetterOrDigit(c) || "_-+/=.~:".Contains(c, StringComparison.Ordinal));

    /// <summary>Whether it could be the id of something: digits, hex digits or a GUID.</summary>
    public static bool IsId(string text) =>
        (text.Length >= 4 && text.All(char.IsAsciiDigit))
        || (text.Length >= 16 && text.Any(char.IsAsciiDigit) && text.All(c => char.IsAsciiHexDigit(c) || c == '-'));

    /// <summary>Whether a document put it where the reader's own value belongs. Also true for what only a variable of
    /// the shell could fill in, because templates have the same marks.</summary>
    public static bool IsPlaceholder(string text) =>
        text.Contains("${", StringComparison.Ordinal) || Placeholder().IsMatch(text);

    /// <summary>Whether a text can be shown as the name of a parameter: no value that lost its name.</summary>
    public static bool IsName(string text) => text.Length is > 0 and <= 64 && Name().IsMatch(text) && !IsRandom(text);

    /// <summary>Whether it is a word, a list of words or a URN, as protocols have them.</summary>
    public static bool IsProtocolWord(string text) =>
        text.Length <= 120 && ProtocolWord().IsMatch(text) && !IsRandom(text);

    [GeneratedRegex(
        @"^(\$\w+|\$?\{.*\}|\$\(.*\)|<.*>|\[.*\]|%\w+%|[Yy]our[ _-].*|your[A-Z].*|YOUR[ _-].*|[Xx]{3,}|\*+|\.{3}|…)$",
        RegexOptions.ExplicitCapture | RegexOptions.Singleline, Second)]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"^[\w.\-\[\]:@$ ]+$", RegexOptions.None, Second)]
    private static partial Regex Name();

    [GeneratedRegex(@"^[A-Za-z0-9_\-:./ ]+$", RegexOptions.None, Second)]
    private static partial Regex ProtocolWord();
}
