using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace TokenFunctions.Testing.Schemas;

/// <summary>The keywords that are about a value as such.</summary>
internal static class PlainKeywords
{
    public static bool Holds(string keyword, JsonElement demand, JsonElement value) => keyword switch
    {
        "type" => demand.ValueKind == JsonValueKind.Array
            ? demand.EnumerateArray().Any(type => IsOf(type.GetString()!, value))
            : IsOf(demand.GetString()!, value),
        "enum" => demand.EnumerateArray().Any(choice => Same(choice, value)),
        "const" => Same(demand, value),
        "minimum" => value.ValueKind != JsonValueKind.Number || value.GetDecimal() >= demand.GetDecimal(),
        "maximum" => value.ValueKind != JsonValueKind.Number || value.GetDecimal() <= demand.GetDecimal(),
        "minLength" => value.ValueKind != JsonValueKind.String || value.GetString()!.Length >= demand.GetInt32(),
        "maxLength" => value.ValueKind != JsonValueKind.String || value.GetString()!.Length <= demand.GetInt32(),
        "pattern" => value.ValueKind != JsonValueKind.String || Pattern(demand).IsMatch(value.GetString()!),
        "format" => value.ValueKind != JsonValueKind.String || HasForm(demand.GetString()!, value.GetString()!),
        "minItems" => value.ValueKind != JsonValueKind.Array || value.GetArrayLength() >= demand.GetInt32(),
        "maxItems" => value.ValueKind != JsonValueKind.Array || value.GetArrayLength() <= demand.GetInt32(),
        "uniqueItems" => value.ValueKind != JsonValueKind.Array || !demand.GetBoolean()
            || value.EnumerateArray().Select(item => item.GetRawText()).Distinct(StringComparer.Ordinal).Count()
                == value.GetArrayLength(),
        _ => throw new NotSupportedException($"The keyword `{keyword}` is not known here."),
    };

    // Texts as they are written: half a surrogate pair has no other form, and nothing here escapes a letter.
    private static bool Same(JsonElement ours, JsonElement value) => ours.ValueKind == JsonValueKind.String
        ? value.GetRawText() == ours.GetRawText()
        : JsonElement.DeepEquals(ours, value);

    // In ECMA-262 a `$` is the very end; in .NET also the place before a last line break.
    private static Regex Pattern(JsonElement demand)
    {
        var text = demand.GetString()!;
        var isAnchored = text.EndsWith('$') && !text.EndsWith(@"\$", StringComparison.Ordinal);
        return new(isAnchored ? text[..^1] + @"\z" : text, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
    }

    private static bool HasForm(string form, string text) => form switch
    {
        "date-time" => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out _) && text.Contains('T', StringComparison.Ordinal),
        "uri" => Uri.TryCreate(text, UriKind.Absolute, out _),
        _ => throw new NotSupportedException($"The form `{form}` is not known here."),
    };

    private static bool IsOf(string type, JsonElement value) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "number" => value.ValueKind == JsonValueKind.Number,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "null" => value.ValueKind == JsonValueKind.Null,
        _ => throw new NotSupportedException($"The type `{type}` is not known here."),
    };
}
