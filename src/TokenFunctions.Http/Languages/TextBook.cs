using System.Collections.Frozen;

namespace TokenFunctions.Http.Languages;

/// <summary>The texts that the service can say, in English and in another language. It is asked only for answers in
/// that language.</summary>
internal sealed class TextBook
{
    // More than any text of the service has; what is longer is somebody else's.
    private const int MaxLength = 4096;
    private const int MaxDepth = 8;

    private readonly FrozenDictionary<string, string> exact;
    private readonly TextTemplate[] templates;

    /// <summary>A book of these texts.</summary>
    /// <param name="entries">English templates, each with its translation.</param>
    public TextBook(IEnumerable<KeyValuePair<string, string>> entries)
    {
        var pieces = entries.Select(e => (English: TextPieces.Parse(e.Key), Said: TextPieces.Parse(e.Value))).ToList();
        exact = pieces.Where(e => e.English.Places.Count == 0)
            .ToFrozenDictionary(e => e.English.Literals[0], e => e.Said.Literals[0], StringComparer.Ordinal);
        templates =
        [
            .. pieces.Where(e => e.English.Places.Count > 0)
                .Select(e => new TextTemplate(e.English, e.Said)).OrderByDescending(template => template.Weight),
        ];
    }

    /// <summary>The book of a language.</summary>
    /// <param name="tag">The language.</param>
    public static TextBook Load(string tag) => new(LanguageFile.Read("problems", tag)
        .EnumerateObject().Select(entry => KeyValuePair.Create(entry.Name, entry.Value.GetString()!)));

    /// <summary>The text in the book's language; one that is not in the book stays as it is.</summary>
    public string Translate(string text) => text.Length > MaxLength ? text : Find(text, MaxDepth) ?? text;

    private string? Find(string text, int depth)
    {
        if (exact.TryGetValue(text, out var known)) return known;
        if (depth == 0) return null;
        foreach (var template in templates)
            if (template.Match(text) is { } held && template.Fill(held, Say) is { } said) return said;
        return null;

        string? Say(string piece) => Find(piece, depth - 1) ?? List(piece, depth - 1);
    }

    // A single word in it is a name, whatever it means elsewhere.
    private string? List(string text, int depth)
    {
        var pieces = TextList.Cut(text);
        if (pieces.Count == 1) return null;
        var list = new SpacedText("");
        for (var i = 0; i < pieces.Count; i++)
        {
            if (i % 2 == 1) list.Add(exact.GetValueOrDefault(pieces[i], pieces[i]));
            else if (!pieces[i].Contains(' ', StringComparison.Ordinal)) list.Add(pieces[i]);
            else if (Find(pieces[i], depth) is { } said) list.Add(said);
            else if (IsQuoted(pieces[i])) list.Add(pieces[i]);
            else return null;
        }

        return list.ToString();
    }

    private static bool IsQuoted(string item) => item is ['`', .., '`'] or ['\'', .., '\''];
}
