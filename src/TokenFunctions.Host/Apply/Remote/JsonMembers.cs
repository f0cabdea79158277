using System.Text.Json;

namespace TokenFunctions.Host.Apply.Remote;

/// <summary>Members of a service's JSON, read without trust in their types.</summary>
internal static class JsonMembers
{
    /// <summary>A text; null = there is none.</summary>
    public static string? Text(this JsonElement json, string name) =>
        json.Find(name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    /// <summary>A whole number; null = there is none.</summary>
    public static long? Number(this JsonElement json, string name) =>
        json.Find(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt64(out var number)
            ? number
            : null;

    /// <summary>Whether it is true.</summary>
    public static bool Flag(this JsonElement json, string name) => json.Find(name) is { ValueKind: JsonValueKind.True };

    /// <summary>A time with a zone; null = there is none.</summary>
    public static DateTimeOffset? Time(this JsonElement json, string name) =>
        json.Find(name) is { ValueKind: JsonValueKind.String } value && value.TryGetDateTimeOffset(out var time)
            ? time
            : null;

    /// <summary>The items of an array; null = there is none.</summary>
    public static IReadOnlyList<JsonElement>? Items(this JsonElement json, string name) =>
        json.Find(name) is { ValueKind: JsonValueKind.Array } value ? [.. value.EnumerateArray()] : null;

    /// <summary>Any member that is not null; null = there is none, or what should have it is no object.</summary>
    public static JsonElement? Find(this JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value)
        && value.ValueKind != JsonValueKind.Null
            ? value
            : null;
}
