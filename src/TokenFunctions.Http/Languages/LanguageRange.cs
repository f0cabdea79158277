namespace TokenFunctions.Http.Languages;

/// <summary>One range of an <c>Accept-Language</c> header (RFC 9110 §12.5.4).</summary>
/// <param name="Name">The range, such as <c>zh-Hans</c> or <c>*</c>.</param>
/// <param name="Weight">Its quality in thousandths.</param>
internal readonly record struct LanguageRange(string Name, int Weight)
{
    private const int Whole = 1000;

    /// <summary>Whether it is of a language, whatever the script and the region.</summary>
    /// <param name="language">The language alone, such as <c>zh</c>.</param>
    public bool IsOf(string language) =>
        Name.StartsWith(language, StringComparison.OrdinalIgnoreCase)
        && (Name.Length == language.Length || Name[language.Length] == '-');

    /// <summary>The range; null = it is none, and is passed over.</summary>
    /// <param name="text">What stands between two commas.</param>
    public static LanguageRange? Read(ReadOnlySpan<char> text)
    {
        var semicolon = text.IndexOf(';');
        var name = (semicolon < 0 ? text : text[..semicolon]).Trim();
        var weight = semicolon < 0 ? Whole : ReadWeight(text[(semicolon + 1)..].Trim());
        return name.IsEmpty || weight < 0 ? null : new LanguageRange(name.ToString(), weight);
    }

    // 0 or 1, with up to three digits behind a dot.
    private static int ReadWeight(ReadOnlySpan<char> text)
    {
        if (!text.StartsWith("q=", StringComparison.OrdinalIgnoreCase)) return -1;
        var value = text[2..];
        if (value.IsEmpty || value.Length > 5 || value[0] is not ('0' or '1')) return -1;
        if (value.Length > 1 && value[1] != '.') return -1;
        var weight = (value[0] - '0') * Whole;
        var worth = Whole / 10;
        foreach (var digit in value.Length > 2 ? value[2..] : [])
        {
            if (!char.IsAsciiDigit(digit)) return -1;
            weight += (digit - '0') * worth;
            worth /= 10;
        }

        return weight <= Whole ? weight : -1;
    }
}
