using System.Globalization;

namespace TokenFunctions.Realms.Times;

/// <summary>A text that is read from left to right.</summary>
internal sealed class TimeScan(string text)
{
    private int at;

    /// <summary>Whether nothing but blanks is left.</summary>
    public bool IsAtEnd => text.AsSpan(at).IsWhiteSpace();

    /// <summary>Goes past a literal, in any case of letters; a blank stands for any number of blanks.</summary>
    /// <returns>False when something else is there.</returns>
    public bool Skip(string literal)
    {
        if (string.IsNullOrWhiteSpace(literal))
        {
            SkipBlanks();
            return true;
        }
        if (!text.AsSpan(at).StartsWith(literal, StringComparison.OrdinalIgnoreCase)) return false;
        at += literal.Length;
        return true;
    }

    /// <summary>Takes as many digits as there are.</summary>
    /// <returns>The digits; null when there are fewer than <paramref name="least"/>.</returns>
    public string? Digits(int least, int most)
    {
        var end = at;
        while (end < text.Length && end - at < most && char.IsAsciiDigit(text[end])) end++;
        if (end - at < least) return null;
        var digits = text[at..end];
        at = end;
        return digits;
    }

    /// <summary>Takes a number from 0 up, blanks before it included.</summary>
    /// <returns>Null when there is none.</returns>
    public int? Number(int most)
    {
        SkipBlanks();
        return Digits(1, most) is { } digits ? int.Parse(digits, CultureInfo.InvariantCulture) : null;
    }

    /// <summary>Takes a sign.</summary>
    /// <returns>1 or -1; null when there is none.</returns>
    public int? Sign()
    {
        if (at == text.Length || text[at] is not ('+' or '-')) return null;
        return text[at++] == '-' ? -1 : 1;
    }

    /// <summary>Takes one of a few names, in its long or its short form.</summary>
    /// <returns>Its place among them; null when there is none.</returns>
    public int? Name(IReadOnlyList<string> names)
    {
        for (var i = 0; i < names.Count; i++)
            if (Skip(names[i]) || (names[i].Length > 3 && Skip(EnglishNames.Short(names[i])))) return i;
        return null;
    }

    private void SkipBlanks()
    {
        while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
    }
}
