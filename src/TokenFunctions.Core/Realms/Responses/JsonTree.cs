using System.Text.Json;

namespace TokenFunctions.Realms.Responses;

/// <summary>Reads a JSON body.</summary>
internal static class JsonTree
{
    /// <summary>The value, in whose texts U+FFFD stands for what is no UTF-8; null when the body is no JSON.</summary>
    public static JsonElement? Parse(ReadOnlyMemory<byte> json)
    {
        try
        {
            // A message in another encoding must not take the code, or the token, beside it along.
            using var document = JsonDocument.Parse(JsonText.Mended(json));
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            // Gateways answer HTML; the caller goes by the status then.
            return null;
        }
    }

    /// <summary>The object or array; null when the body is something else. Many providers answer their errors as JSON,
    /// whatever a success is written in.</summary>
    public static JsonElement? ParseStructure(ReadOnlyMemory<byte> json) =>
        Parse(json) is { ValueKind: JsonValueKind.Object or JsonValueKind.Array } value ? value : null;

    /// <summary>A text as a value.</summary>
    public static JsonElement Of(string text)
    {
        using var document = JsonDocument.Parse($"\"{JsonEncodedText.Encode(text)}\"");
        return document.RootElement.Clone();
    }
}
