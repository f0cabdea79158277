using System.Text;
using System.Text.Json;

namespace TokenFunctions.Realms.Config;

/// <summary>How parts of a config are named in messages.</summary>
internal static class ConfigText
{
    private const int MaxShown = 40;

    /// <summary>A value as it may be shown: capped, without control characters.</summary>
    public static string Show(string text)
    {
        var shown = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (shown.Length >= MaxShown) return shown.Append('…').ToString();
            if (!Rune.IsControl(rune) && rune.Value != '`') shown.Append(rune.ToString());
        }
        return shown.ToString();
    }

    /// <summary>The kind of a value in words.</summary>
    public static string Kind(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "an array",
        JsonValueKind.String => "a string",
        JsonValueKind.Number => "a number",
        JsonValueKind.True or JsonValueKind.False => "a boolean",
        _ => "null",
    };

    /// <summary>The pointer to a member (RFC 6901 §3).</summary>
    public static string Pointer(string parent, string member) =>
        $"{parent}/{member.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";

    /// <summary>Choices in words: <c>a, b or c</c>.</summary>
    public static string Choices(IReadOnlyList<string> choices) =>
        choices.Count < 2 ? string.Concat(choices) : $"{string.Join(", ", choices.SkipLast(1))} or {choices[^1]}";
}
