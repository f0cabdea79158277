using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace TokenFunctions.Realms;

/// <summary>What <see cref="JsonDocument"/> does not check when it parses.</summary>
internal static class JsonText
{
    /// <summary>Whether every <c>\u</c> escape of a surrogate has its other half. Without it the parser accepts the
    /// document, but throws when the text is read (RFC 8259 §8.2 leaves such texts open).</summary>
    /// <param name="json">A document that was parsed.</param>
    public static bool HasWholeEscapes(ReadOnlySpan<byte> json) => HalfEscapeIn(json, 0) < 0;

    /// <summary>The text, in which U+FFFD stands for each byte that is not UTF-8 and each <c>\u</c> escape of half a
    /// pair: what the parser accepts, but throws for when it is read.</summary>
    /// <param name="text">JSON, or any other text.</param>
    public static ReadOnlyMemory<byte> Mended(ReadOnlyMemory<byte> text)
    {
        var mended = Utf8.IsValid(text.Span) ? text : Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(text.Span));
        var half = HalfEscapeIn(mended.Span, 0);
        if (half < 0) return mended;
        var bytes = mended.ToArray();
        for (; half >= 0; half = HalfEscapeIn(bytes, half)) "\\uFFFD"u8.CopyTo(bytes.AsSpan(half));
        return bytes;
    }

    /// <summary>Whether every <c>\u</c> escape of a surrogate has its other half.</summary>
    public static bool HasWholeEscapes(string json) => HasWholeEscapes(Encoding.UTF8.GetBytes(json));

    /// <summary>The value that a text is; null when it is no JSON.</summary>
    public static JsonElement? TryParse(string json)
    {
        try
        {
            // As bytes: half of a surrogate pair in the text itself would be an ArgumentException.
            var bytes = Encoding.UTF8.GetBytes(json);
            if (!HasWholeEscapes(bytes)) return null;
            using var document = JsonDocument.Parse(bytes);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Whether objects and arrays in the value are nested at most this deep; a text or number is 0
    /// deep.</summary>
    public static bool IsWithin(JsonElement value, int depth) => value.ValueKind switch
    {
        JsonValueKind.Object => depth > 0 && value.EnumerateObject().All(member => IsWithin(member.Value, depth - 1)),
        JsonValueKind.Array => depth > 0 && value.EnumerateArray().All(item => IsWithin(item, depth - 1)),
        _ => true,
    };

    // Where the first escape of half a pair begins, from `start` on, which is outside of any escape; -1 = nowhere.
    private static int HalfEscapeIn(ReadOnlySpan<byte> json, int start)
    {
        var high = -1;
        for (var i = start; i < json.Length; i++)
        {
            var at = i;
            var unit = json[i] == '\\' ? UnitAt(json, ref i) : -1;
            var isLow = unit is >= 0xDC00 and <= 0xDFFF;
            if (isLow != high >= 0) return isLow ? at : high;
            high = unit is >= 0xD800 and <= 0xDBFF ? at : -1;
        }
        return high;
    }

    // Moves past the escape; a backslash that is itself escaped must not be taken for the start of one.
    private static int UnitAt(ReadOnlySpan<byte> json, ref int at)
    {
        at++;
        if (at + 4 >= json.Length || json[at] != 'u') return -1;
        var digits = json.Slice(at + 1, 4);
        at += 4;
        return int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit)
            ? unit
            : -1;
    }
}
