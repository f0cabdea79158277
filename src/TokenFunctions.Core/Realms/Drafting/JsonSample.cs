using System.Text.Json;

namespace TokenFunctions.Realms.Drafting;

/// <summary>Reads JSON that somebody pasted.</summary>
internal static class JsonSample
{
    /// <summary>An object or an array that stays when the document is gone; null = the text is neither, or nested too
    /// deep, or has texts that cannot be read.</summary>
    public static JsonElement? Parse(string text, int maxDepth)
    {
        try
        {
            using var document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = maxDepth });
            return IsUsable(document.RootElement) ? document.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool IsUsable(JsonElement root) =>
        root.ValueKind is JsonValueKind.Object or JsonValueKind.Array && JsonText.HasWholeEscapes(root.GetRawText());
}
