using System.Text;
using System.Text.Json;
using TokenFunctions.Realms.Paths;
using TokenFunctions.Realms.Templates;

namespace TokenFunctions.Realms.Responses;

/// <summary>A whole answer: its headers and its body, as text and, where it has structure, as a value.</summary>
internal sealed class AnswerBody
{
    private readonly AnswerHeaders headers;

    private AnswerBody(string text, JsonElement? root, AnswerHeaders headers) =>
        (Text, Root, this.headers) = (text, root, headers);

    /// <summary>The body as UTF-8 text, trimmed.</summary>
    public string Text { get; }

    /// <summary>The body as a value; null when it has no structure.</summary>
    public JsonElement? Root { get; }

    /// <summary>Reads the bytes; never throws for what they hold.</summary>
    public static AnswerBody Parse(ReadOnlyMemory<byte> bytes, AnswerHeaders headers)
    {
        var json = bytes.Span.StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes;
        return new(Encoding.UTF8.GetString(json.Span).Trim(), ParseJson(json), headers);
    }

    /// <summary>The value at a path; absent when there is none.</summary>
    public Datum Find(ValuePath path) => path.Kind switch
    {
        PathKind.Whole => Datum.Of(Text),
        PathKind.Header => headers.Header(path.Name),
        PathKind.Cookie => headers.Cookie(path.Name),
        _ => Root is { } root ? path.Within(root) : default,
    };

    private static JsonElement? ParseJson(ReadOnlyMemory<byte> json)
    {
        try
        {
            if (!JsonText.HasWholeEscapes(json.Span)) return null;
            using var document = JsonDocument.Parse(json);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            // Gateways answer HTML; the caller goes by the status then.
            return null;
        }
    }
}
