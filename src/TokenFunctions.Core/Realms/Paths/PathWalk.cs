using System.Globalization;
using System.Text.Json;
using TokenFunctions.Realms.Templates;

namespace TokenFunctions.Realms.Paths;

/// <summary>Walks the segments of a path through JSON.</summary>
internal static class PathWalk
{
    private const string Embedded = "@json";

    /// <summary>The value at the end of the way; absent when a segment leads nowhere.</summary>
    public static Datum From(JsonElement root, ReadOnlySpan<string> segments)
    {
        var at = root;
        foreach (var segment in segments)
        {
            if (Step(at, segment) is not { } next) return default;
            at = next;
        }
        return Datum.Of(at);
    }

    /// <summary>The value at the end of the way that begins at a text.</summary>
    public static Datum From(string text, ReadOnlySpan<string> segments)
    {
        if (segments.Length == 0) return Datum.Of(text);
        return segments[0] == Embedded && JsonText.TryParse(text) is { } json ? From(json, segments[1..]) : default;
    }

    private static JsonElement? Step(JsonElement at, string segment)
    {
        switch (at.ValueKind)
        {
            case JsonValueKind.Object:
                return at.TryGetProperty(segment, out var member) ? member : null;
            case JsonValueKind.Array:
                var isIndex = int.TryParse(segment, NumberStyles.None, CultureInfo.InvariantCulture, out var index);
                return isIndex && index < at.GetArrayLength() ? at[index] : null;
            case JsonValueKind.String when segment == Embedded:
                return JsonText.TryParse(at.GetString()!);
            default:
                return null;
        }
    }
}
