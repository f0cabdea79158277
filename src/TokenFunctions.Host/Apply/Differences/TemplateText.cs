using TokenFunctions.Realms;

namespace TokenFunctions.Host.Apply.Differences;

/// <summary>Texts that only say where a value comes from.</summary>
internal static class TemplateText
{
    /// <summary>Whether the text is <c>$name</c>, or <c>${…}</c> with nothing but marks between: no part of it can be
    /// a credential.</summary>
    public static bool IsTemplate(string text)
    {
        if (text.StartsWith('$') && FieldName.IsValid(text.AsSpan(1))) return true;
        var rest = text.AsSpan();
        var found = false;
        while (rest.IndexOf("${") is >= 0 and var open && rest[open..].IndexOf('}') is > 0 and var length)
        {
            if (!FieldName.IsValid(rest.Slice(open + 2, length - 2)) || HasLetters(rest[..open])) return false;
            rest = rest[(open + length + 1)..];
            found = true;
        }

        return found && !HasLetters(rest);
    }

    private static bool HasLetters(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
            if (char.IsLetterOrDigit(c) || c == '$') return true;
        return false;
    }
}
