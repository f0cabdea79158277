using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Encodings.Web;

namespace TokenFunctions.Realms.Responses;

/// <summary>Other ways to write a text down.</summary>
internal static class Spelling
{
    // In a shorter one too few characters are its own.
    private const int LeastInner = 6;

    // As long as \u0041 is.
    private const int Escape = 6;

    /// <summary>The forms in which a provider may repeat a secret: as it was sent, escaped for a URL, for HTML or for
    /// JSON, in hex or in base64.</summary>
    public static IEnumerable<string> Of(string secret)
    {
        yield return secret;
        yield return secret.Trim();
        yield return UpstreamText.WithoutControls(secret);
        yield return Uri.EscapeDataString(secret);
        yield return WebUtility.UrlEncode(secret);
        yield return WebUtility.HtmlEncode(secret);
        yield return JavaScriptEncoder.Default.Encode(secret);
        yield return JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(secret);
        var bytes = Encoding.UTF8.GetBytes(secret);
        var base64 = Convert.ToBase64String(bytes).TrimEnd('=');
        yield return base64;
        yield return base64.Replace('+', '-').Replace('/', '_');
        yield return Uri.EscapeDataString(base64);
        yield return Convert.ToHexString(bytes);
        yield return Uri.EscapeDataString(Uri.EscapeDataString(secret));
        // Base64 of a text that the secret is only a part of: three ways, by where the secret begins in it.
        for (var before = 0; before < 3 && bytes.Length >= LeastInner; before++)
        {
            var inner = Inner(bytes, before);
            yield return inner;
            yield return inner.Replace('+', '-').Replace('/', '_');
        }
    }

    /// <summary>What the text is read as when its escapes are taken for what they mean; nothing where it has
    /// none.</summary>
    public static IEnumerable<string> Readings(string text)
    {
        var readings = new HashSet<string>(StringComparer.Ordinal) { UpstreamText.WithoutControls(text) };
        var plain = Unescaped(text).Replace("\\/", "/", StringComparison.Ordinal);
        readings.Add(plain);
        readings.Add(plain = WebUtility.HtmlDecode(plain));
        readings.Add(plain = WebUtility.UrlDecode(plain));
        readings.Add(WebUtility.UrlDecode(plain));
        readings.Remove(text);
        return readings;
    }

    private static string Unescaped(string text)
    {
        var plain = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            var isEscape = at + Escape <= text.Length && text[at] == '\\' && text[at + 1] == 'u';
            if (isEscape && ushort.TryParse(
                text.AsSpan(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var c))
            {
                plain.Append((char)c);
                at += Escape - 1;
            }
            else plain.Append(text[at]);
        }
        return plain.ToString();
    }

    // The characters that hold bits of neighbours are left out.
    private static string Inner(byte[] bytes, int before)
    {
        var text = Convert.ToBase64String([.. new byte[before], .. bytes]).TrimEnd('=');
        var first = before == 0 ? 0 : before + 1;
        var last = text.Length - ((before + bytes.Length) % 3 == 0 ? 0 : 1);
        return first < last ? text[first..last] : "";
    }
}
