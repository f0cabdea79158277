using System.Text.Json;

namespace TokenFunctions.Client.Remote;

/// <summary>Members of the service's JSON, read without trust in their types. Members that are not asked for may be
/// there: a newer service has more.</summary>
internal static class JsonMembers
{
    // Far beyond any life of a token, and small enough to be added to any time of today.
    private const long MostMilliseconds = 100L * 365 * 24 * 60 * 60 * 1000;

    /// <summary>A text; null = there is none.</summary>
    public static string? Text(this JsonElement json, string name) =>
        json.Find(name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    /// <summary>A whole number; null = there is none.</summary>
    public static long? Number(this JsonElement json, string name) =>
        json.Find(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt64(out var number)
            ? number
            : null;

    /// <summary>A time in milliseconds, 0 to 100 years; null = there is none.</summary>
    public static TimeSpan? Milliseconds(this JsonElement json, string name) =>
        json.Number(name) is { } number ? TimeSpan.FromMilliseconds(Math.Clamp(number, 0, MostMilliseconds)) : null;

    /// <summary>Whether it is true.</summary>
    public static bool Flag(this JsonElement json, string name) => json.Find(name) is { ValueKind: JsonValueKind.True };

    /// <summary>A time with a zone; null = there is none.</summary>
    public static DateTimeOffset? Time(this JsonElement json, string name) =>
        json.Find(name) is { ValueKind: JsonValueKind.String } value && value.TryGetDateTimeOffset(out var time)
            ? time
            : null;

    /// <summary>The items of an array; null = there is none.</summary>
    public static IEnumerable<JsonElement>? Items(this JsonElement json, string name) =>
        json.Find(name) is { ValueKind: JsonValueKind.Array } value ? value.EnumerateArray() : null;

    /// <summary>The texts of an array; null = there is none.</summary>
    public static IReadOnlyList<string>? Texts(this JsonElement json, string name) => json.Items(name) is { } items
        ? [.. items.Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!)]
        : null;

    /// <summary>Whether the member is there and says null.</summary>
    public static bool IsNull(this JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.Null;

    /// <summary>Any member that is not null; null = there is none, or what should have it is no object.</summary>
    public static JsonElement? Find(this JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value)
        && value.ValueKind != JsonValueKind.Null
            ? value
            : null;
}
