using System.Text.Json;

namespace TokenFunctions.Realms.Responses;

/// <summary>Reads values of a provider's answer.</summary>
internal static class JsonValues
{
    /// <summary>The text of a string or a number; null for anything else and for an empty string.</summary>
    public static string? Scalar(this JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString() is { Length: > 0 } text ? text : null,
        JsonValueKind.Number => value.GetRawText(),
        _ => null,
    };

    /// <summary>The text of any value, JSON for what is no string; null for null and for an empty string.</summary>
    public static string? Any(this JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        JsonValueKind.String => value.Scalar(),
        _ => value.GetRawText(),
    };
}
