using System.Text;

namespace TokenFunctions.Realms.Keys;

/// <summary>Reads base64 as people paste it: either alphabet (RFC 4648 §4 and §5), with or without padding, with line
/// breaks, also such as were written out as <c>\n</c>.</summary>
internal static class Base64Text
{
    /// <summary>The bytes; null when the text is no base64 or there are none.</summary>
    public static byte[]? Decode(string text)
    {
        var digits = Digits(text).TrimEnd('=');
        if (digits.Length == 0 || digits.Length % 4 == 1) return null;
        var padded = digits.PadRight((digits.Length + 3) / 4 * 4, '=');
        var bytes = new byte[padded.Length / 4 * 3];
        return Convert.TryFromBase64String(padded, bytes, out var length) ? bytes[..length] : null;
    }

    private static string Digits(string text)
    {
        var digits = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\')
            {
                // The letter of an escape that was written out goes with its backslash.
                if (i + 1 < text.Length && text[i + 1] is ('n' or 'r' or 't')) i++;
                continue;
            }
            if (!char.IsWhiteSpace(text[i]))
                digits.Append(text[i] switch { '-' => '+', '_' => '/', var digit => digit });
        }
        return digits.ToString();
    }
}
