using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace TokenFunctions.Testing;

/// <summary>The forms in which a value could be let out without being seen at once.</summary>
public static class Forms
{
    // Fewer characters would be found anywhere.
    private const int Least = 6;

    /// <summary>The value itself and its other forms, each once.</summary>
    public static IEnumerable<string> Of(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var bytes = Encoding.UTF8.GetBytes(value);
        return Escaped(value).Concat(Spelled(value, bytes)).Concat(InBase64(bytes)).Distinct(StringComparer.Ordinal);
    }

    private static IEnumerable<string> Escaped(string value)
    {
        yield return value;
        yield return Uri.EscapeDataString(value);
        yield return Uri.EscapeDataString(Uri.EscapeDataString(value));
        yield return UrlEncoder.Default.Encode(value);
        yield return JsonEncodedText.Encode(value).ToString();
        yield return JsonEncodedText.Encode(value, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString();
    }

    private static IEnumerable<string> Spelled(string value, byte[] bytes)
    {
        yield return Convert.ToHexString(bytes);
        yield return Convert.ToHexStringLower(bytes);
        foreach (var format in new[] { "X2", "x2" })
        {
            yield return string.Concat(bytes.Select(b => $"%{b.ToString(format, CultureInfo.InvariantCulture)}"));
            yield return string.Concat(value.Select(c => $"\\u00{((byte)c).ToString(format, CultureInfo.InvariantCulture)}"));
        }
    }

    // Of the value at each of the three places that it can have in a longer text, without the characters that depend on
    // its neighbours.
    private static IEnumerable<string> InBase64(byte[] bytes)
    {
        for (var shift = 0; shift < 3; shift++)
        {
            var text = Convert.ToBase64String([.. new byte[shift], .. bytes]);
            if (text.Length < Least + 8) continue;
            yield return text[4..^4];
            yield return text[4..^4].Replace('+', '-').Replace('/', '_');
        }
    }
}
