namespace TokenFunctions.Http.Languages;

/// <summary>An English text with places and its translation.</summary>
/// <param name="english">The English.</param>
/// <param name="translated">The translation, which has the same places in any order.</param>
internal sealed class TextTemplate(TextPieces english, TextPieces translated)
{
    /// <summary>How much of the English is fixed: the more, the less a match is by chance.</summary>
    public int Weight { get; } = english.Literals.Sum(literal => literal.Length);

    // Points and quotes alone are in anybody's text: what stands between them must be ours.
    private readonly bool isBare = !english.Literals.Any(literal => literal.Any(char.IsAsciiLetter));

    /// <summary>What the places of a text hold; null = it is another text. The ends are fixed, and each place reaches
    /// to the next thing that the template says, so the time grows with the text's length alone.</summary>
    public string[]? Match(string text)
    {
        var literals = english.Literals;
        var (first, last) = (literals[0], literals[^1]);
        if (text.Length < Weight || !text.StartsWith(first, StringComparison.Ordinal)) return null;
        if (!text.EndsWith(last, StringComparison.Ordinal)) return null;
        var held = new string[english.Places.Count];
        var (at, end) = (first.Length, text.Length - last.Length);
        for (var i = 0; i < held.Length; i++)
        {
            var next = i == held.Length - 1 ? end : IndexOf(text, literals[i + 1], at, end);
            if (next < at) return null;
            held[i] = text[at..next];
            at = next + literals[i + 1].Length;
        }

        return held;
    }

    /// <summary>The translation with its places filled; null = the text only looked like this one.</summary>
    /// <param name="held">What the English places hold.</param>
    /// <param name="say">Translates what a place holds; null = it is not known.</param>
    public string? Fill(string[] held, Func<string, string?> say)
    {
        var text = new SpacedText(translated.Literals[0]);
        for (var i = 0; i < translated.Places.Count; i++)
        {
            var index = Index(translated.Places[i]);
            if (english.IsQuoted(index)) text.AddAsIs(held[index]);
            else if (say(held[index]) is { } said) text.Add(said);
            else if (isBare) return null;
            else text.Add(held[index]);
            if (translated.IsQuoted(i)) text.AddAsIs(translated.Literals[i + 1]);
            else text.Add(translated.Literals[i + 1]);
        }

        return text.ToString();
    }

    private static int IndexOf(string text, string literal, int at, int end) =>
        text.IndexOf(literal, at, end - at, StringComparison.Ordinal);

    private int Index(int place)
    {
        var index = 0;
        while (english.Places[index] != place) index++;
        return index;
    }
}
