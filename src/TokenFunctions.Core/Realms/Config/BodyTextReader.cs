using System.Text.Json;
using System.Xml;
using TokenFunctions.Realms.Requests;
using TokenFunctions.Realms.Templates;

namespace TokenFunctions.Realms.Config;

/// <summary>Finds out where in a body's text each expression stands, so that its value can be escaped for the
/// place.</summary>
internal static class BodyTextReader
{
    /// <summary>The pieces, and what is wrong as the end of a sentence; null = nothing.</summary>
    /// <param name="template">The text.</param>
    /// <param name="type">The <c>content_type</c>.</param>
    public static (IReadOnlyList<TextPart> Pieces, string? Fault) Read(Template template, string type) => type switch
    {
        "json" => Json(template),
        "xml" => Xml(template),
        _ => ([.. template.Parts.Select(part => new TextPart(TextPlace.Plain, part))], null),
    };

    private static (IReadOnlyList<TextPart> Pieces, string? Fault) Json(Template template)
    {
        var quotes = new JsonQuotes();
        List<TextPart> pieces = [];
        foreach (var part in template.Parts)
        {
            if (part.IsLiteral) quotes.Read(part.Text);
            pieces.Add(new(quotes.IsOpen ? TextPlace.JsonString : TextPlace.JsonValue, part));
        }
        var sample = string.Concat(pieces.Select(piece =>
            piece.Part.IsLiteral ? piece.Part.Text : piece.Place == TextPlace.JsonValue ? "0" : "x"));
        return (pieces, IsJson(sample) ? null : Malformed("JSON", " with an argument `Content-Type`"));
    }

    private static (IReadOnlyList<TextPart> Pieces, string? Fault) Xml(Template template)
    {
        var tags = new XmlTags();
        List<TextPart> pieces = [];
        foreach (var part in template.Parts)
        {
            if (part.IsLiteral) tags.Read(part.Text);
            else if (!tags.TakesValue)
                return (pieces,
                    "has a `${…}` in a tag, a comment or a CDATA section; put it between tags or in quotes");
            pieces.Add(new(TextPlace.Xml, part));
        }
        var sample = string.Concat(template.Parts.Select(part => part.IsLiteral ? part.Text : "x"));
        return (pieces, IsXml(sample) ? null : Malformed("XML", ""));
    }

    private static string Malformed(string format, string further) =>
        $"is no {format} when it is filled in; correct it, or use `content_type` text{further}";

    private static bool IsJson(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool IsXml(string text)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(text), new() { DtdProcessing = DtdProcessing.Ignore });
            while (reader.Read()) { }
            return true;
        }
        catch (XmlException)
        {
            return false;
        }
    }
}
