using System.Text.Encodings.Web;
using TokenFunctions.Realms.Templates;

namespace TokenFunctions.Realms.Requests;

/// <summary>A piece of a body's text.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Part">The text or the expression.</param>
internal readonly record struct TextPart(TextPlace Place, TemplatePart Part)
{
    /// <summary>The piece for one attempt; null when the value would reach beyond its place.</summary>
    public string? Fill(AttemptScope scope)
    {
        var value = scope.Of(Part);
        if (Part.IsLiteral) return value.Text;
        return Place switch
        {
            TextPlace.JsonString => JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(value.Text),
            TextPlace.JsonValue => Bare(value),
            TextPlace.Xml => XmlText.Escape(value.Text),
            _ => value.Text,
        };
    }

    // A text without quotes around it could be anything; only what is one whole value may stand bare, as a text that a
    // var has written and signed.
    private static string? Bare(Datum value) =>
        value.Kind == DatumKind.Json || JsonText.TryParse(value.Text) is not null ? value.Text : null;
}
