using System.Globalization;
using System.Text.Json;

namespace TokenFunctions.Realms.Responses;

/// <summary>Where in an answer a value is: empty for the whole body as text, else a key, or keys and indexes with dots
/// between.</summary>
/// <param name="text">The path as it was written.</param>
internal sealed class ValuePath(string text)
{
    private readonly string[] segments = text.Split('.');

    /// <summary>The path as it was written.</summary>
    public string Text => text;

    /// <summary>Whether it is the whole body.</summary>
    public bool IsWhole => text.Length == 0;

    /// <summary>The value there, in a JSON answer; null when there is none.</summary>
    public JsonElement? Find(JsonElement root)
    {
        // The first system knew flat keys only, and a key may hold a dot: the exact key comes before the dots.
        if (root.ValueKind == JsonValueKind.Object && root.TryGetProperty(text, out var exact)) return Present(exact);
        JsonElement? at = root;
        foreach (var segment in segments)
        {
            at = Step(at.Value, segment);
            if (at is null) return null;
        }
        return Present(at.Value);
    }

    private static JsonElement? Step(JsonElement at, string segment)
    {
        if (at.ValueKind == JsonValueKind.Object) return at.TryGetProperty(segment, out var member) ? member : null;
        if (at.ValueKind != JsonValueKind.Array) return null;
        var isIndex = int.TryParse(segment, NumberStyles.None, CultureInfo.InvariantCulture, out var index);
        return isIndex && index < at.GetArrayLength() ? at[index] : null;
    }

    private static JsonElement? Present(JsonElement value) => value.ValueKind == JsonValueKind.Null ? null : value;
}
