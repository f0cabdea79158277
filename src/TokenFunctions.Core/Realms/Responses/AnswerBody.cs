using System.Text;
using System.Text.Json;

namespace TokenFunctions.Realms.Responses;

/// <summary>A whole answer's body, as text and, where it is JSON, as a value.</summary>
internal sealed class AnswerBody : IDisposable
{
    private readonly JsonDocument? document;

    private AnswerBody(string text, JsonDocument? document) => (Text, this.document) = (text, document);

    /// <summary>The body as UTF-8 text, trimmed.</summary>
    public string Text { get; }

    /// <summary>The body as JSON; null when it is none.</summary>
    public JsonElement? Root => document?.RootElement;

    /// <summary>Reads the bytes; never throws for what they hold.</summary>
    public static AnswerBody Parse(ReadOnlyMemory<byte> bytes)
    {
        var json = bytes.Span.StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes;
        return new(Encoding.UTF8.GetString(json.Span).Trim(), ParseJson(json));
    }

    /// <inheritdoc/>
    public void Dispose() => document?.Dispose();

    private static JsonDocument? ParseJson(ReadOnlyMemory<byte> json)
    {
        try
        {
            return JsonText.HasWholeEscapes(json.Span) ? JsonDocument.Parse(json) : null;
        }
        catch (JsonException)
        {
            // Gateways answer HTML; the caller goes by the status then.
            return null;
        }
    }
}
