using System.Globalization;
using System.Text;

namespace TokenFunctions.Realms.Responses;

/// <summary>Makes a provider's own words fit to be shown.</summary>
internal static class UpstreamText
{
    private const int MaxCode = 64;
    private const int MaxMessage = 200;
    private const int MaxRead = 64 * 1024;
    private const int LongRun = 24;

    /// <summary>The code; null when it is longer than 64 characters, has others than
    /// <c>[A-Za-z0-9._:-]</c>, or echoes a secret.</summary>
    public static string? Code(string? code, SecretMask mask)
    {
        if (code is not { Length: > 0 and <= MaxCode }) return null;
        var isPlain = code.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or ':' or '-');
        return isPlain && !mask.Finds(code) ? code : null;
    }

    /// <summary>The message without control characters, secrets and long runs that could be tokens, at most 200
    /// characters; null when nothing is left.</summary>
    public static string? Message(string? message, SecretMask mask)
    {
        if (message is null) return null;
        // Far more than is shown; what is beyond would only cost time.
        var read = message.Length > MaxRead ? message[..MaxRead] : message;
        var text = mask.Apply(WithoutControls(mask.Apply(read)));
        if (mask.FindsInside(text)) return SecretMask.Mark;
        text = Cap(WithoutLongRuns(text).Trim());
        return text.Length > 0 ? text : null;
    }

    /// <summary>The text without control, format and broken characters.</summary>
    public static string WithoutControls(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var isShown = Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format);
            if (isShown && rune != Rune.ReplacementChar) kept.Append(rune.ToString());
        }
        return kept.ToString();
    }

    private static string Cap(string text)
    {
        if (text.Length <= MaxMessage) return text;
        return text[..(char.IsHighSurrogate(text[MaxMessage - 1]) ? MaxMessage - 1 : MaxMessage)];
    }

    /// <summary>The text without runs that could be tokens.</summary>
    public static string WithoutLongRuns(string text)
    {
        var kept = new StringBuilder();
        for (var at = 0; at < text.Length;)
        {
            var end = at;
            while (end < text.Length && IsTokenLike(text[end])) end++;
            if (CouldBeToken(text.AsSpan(at, end - at)) && !CaseNumber.IsAt(text, at, end))
                kept.Append(SecretMask.Mark);
            else kept.Append(text, at, end - at);
            if (end < text.Length) kept.Append(text[end]);
            at = end + 1;
        }
        return kept.ToString();
    }

    // Numbers of a case and addresses are long, too, and are what a provider's support asks for.
    private static bool CouldBeToken(ReadOnlySpan<char> run)
    {
        if (run.Length < LongRun) return false;
        var (letters, longest, hasLetter, hasDigit) = (0, 0, false, false);
        foreach (var c in run)
        {
            letters = char.IsAsciiLetter(c) ? letters + 1 : 0;
            longest = Math.Max(longest, letters);
            hasLetter |= char.IsAsciiLetter(c);
            hasDigit |= char.IsAsciiDigit(c);
        }
        return (hasLetter && hasDigit) || longest >= LongRun;
    }

    private static bool IsTokenLike(char c) =>
        char.IsAsciiLetterOrDigit(c) || c is '+' or '/' or '=' or '_' or '.' or '-';
}
