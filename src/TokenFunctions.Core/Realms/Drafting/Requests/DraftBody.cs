using System.Text.Json;
using TokenFunctions.Realms.Drafting.Guesses;
using TokenFunctions.Realms.Drafting.Lines;

namespace TokenFunctions.Realms.Drafting.Requests;

/// <summary>The body of a curl line, read by its content type.</summary>
/// <param name="Kind">How it is written.</param>
internal sealed record DraftBody(BodyKind Kind)
{
    // A realm is stored with at most 32 levels, its own included.
    private const int MaxDepth = 28;

    /// <summary>The fields of a form.</summary>
    public IReadOnlyList<Given> Pairs { get; private init; } = [];

    /// <summary>A JSON body.</summary>
    public JsonElement Json { get; private init; }

    /// <summary>The body as one text.</summary>
    public string Text { get; private init; } = "";

    /// <summary>The body of a line; what had to be guessed is noted.</summary>
    public static DraftBody Read(CurlLine line, DraftNotes notes)
    {
        if (line.Data.Count == 0 || line.IsGet) return new(BodyKind.None);
        var type = line.Header("Content-Type") ?? "";
        var text = string.Join('&', line.Data.Where(piece => piece.Name is null).Select(piece => piece.Text));
        var isPlain = line.Data.All(piece => piece.Name is null);
        var isJson = Says(type, "json") || line.Data[0].Option == CurlOption.Json;
        if (isPlain && isJson) return ReadJson(text, type, notes);
        if (isPlain && Says(type, "xml")) return ReadXml(text, notes);
        if (isPlain && type.Length > 0 && !Says(type, "form")) return Whole(text, notes);
        return isPlain && type.Length == 0 ? Unnamed(text, notes) : ReadForm(line, notes);
    }

    /// <summary>The pairs of all data, named or not.</summary>
    public static List<Given> PairsOf(CurlLine line, GivenPlace place, DraftNotes notes)
    {
        List<Given> pairs = [];
        foreach (var piece in line.Data)
        {
            if (piece.Name is { } name && ValueShape.IsName(name)) pairs.Add(new(place, name, name, piece.Text));
            else
            {
                var (read, isWhole) = PairText.Read(piece.Name is null ? piece.Text : "?", place);
                pairs.AddRange(read);
                if (!isWhole) notes.Add("A piece of the data that is no `name=value` was left out.");
            }
        }
        return pairs;
    }

    // Without a content type curl announces a form; providers that want JSON mostly take it all the same.
    private static DraftBody Unnamed(string text, DraftNotes notes)
    {
        var start = text.TrimStart();
        if (!start.StartsWith('{') && !start.StartsWith('<')) return ReadForm(text, notes);
        var kind = start[0] == '{' ? "JSON" : "XML";
        notes.Add($"The line names no content type, but its body looks like {kind}; it was drafted as that.");
        return start[0] == '{' ? ReadJson(text, "", notes) : ReadXml(text, notes);
    }

    private static DraftBody ReadJson(string text, string type, DraftNotes notes)
    {
        if (JsonSample.Parse(text, MaxDepth) is not { } json) return Whole(text, notes);
        if (type.Contains('+', StringComparison.Ordinal))
            notes.Add("The body's content type is a special kind of JSON; it will be sent as application/json.");
        return new(BodyKind.Json) { Json = json };
    }

    private static DraftBody ReadXml(string text, DraftNotes notes) =>
        XmlBody.IsXml(text) ? new(BodyKind.Xml) { Text = text } : Whole(text, notes);

    private static DraftBody ReadForm(CurlLine line, DraftNotes notes) =>
        line.Data is [{ Name: null } only] ? ReadForm(only.Text, notes)
            : new(BodyKind.Form) { Pairs = PairsOf(line, GivenPlace.Form, notes) };

    private static DraftBody ReadForm(string text, DraftNotes notes)
    {
        if (text.Length == 0) return new(BodyKind.None);
        var (pairs, isWhole) = PairText.Read(text, GivenPlace.Form);
        if (pairs.Count == 0) return Whole(text, notes);
        if (!isWhole) notes.Add("A piece of the data that is no `name=value` was left out.");
        return new(BodyKind.Form) { Pairs = pairs };
    }

    private static DraftBody Whole(string text, DraftNotes notes)
    {
        if (text.Length == 0) return new(BodyKind.None);
        notes.Add("The body could not be read by its content type; the whole of it became the field `body` of the "
            + "secret.");
        return new(BodyKind.Text) { Text = text };
    }

    private static bool Says(string type, string word) => type.Contains(word, StringComparison.OrdinalIgnoreCase);
}
