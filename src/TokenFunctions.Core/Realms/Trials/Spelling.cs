using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using TokenFunctions.Realms.Responses;

namespace TokenFunctions.Realms.Trials;

/// <summary>Other ways to write a text down.</summary>
internal static partial class Spelling
{
    // In a shorter one too few characters are its own.
    private const int LeastInner = 6;

    /// <summary>The forms of a secret that <see cref="SecretMask"/> does not make itself.</summary>
    public static IEnumerable<string> Of(string secret)
    {
        var bytes = Encoding.UTF8.GetBytes(secret);
        yield return Convert.ToHexString(bytes);
        yield return Uri.EscapeDataString(Uri.EscapeDataString(secret));
        // Base64 of a text that the secret is only a part of: three ways, by where the secret begins in it.
        for (var before = 0; before < 3 && bytes.Length >= LeastInner; before++) yield return Inner(bytes, before);
    }

    /// <summary>What the text is read as when its escapes are taken for what they mean; nothing where it has
    /// none.</summary>
    public static IEnumerable<string> Readings(string text)
    {
        var readings = new HashSet<string>(StringComparer.Ordinal) { UpstreamText.WithoutControls(text) };
        var plain = Escape().Replace(text, escape => Read(escape.ValueSpan[2..]))
            .Replace("\\/", "/", StringComparison.Ordinal);
        readings.Add(plain);
        readings.Add(plain = WebUtility.HtmlDecode(plain));
        readings.Add(plain = WebUtility.UrlDecode(plain));
        readings.Add(WebUtility.UrlDecode(plain));
        readings.Remove(text);
        return readings;
    }

    private static string Read(ReadOnlySpan<char> digits) =>
        ((char)int.Parse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)).ToString();

    // The characters that hold bits of neighbours are left out.
    private static string Inner(byte[] bytes, int before)
    {
        var text = Convert.ToBase64String([.. new byte[before], .. bytes]).TrimEnd('=');
        var first = before == 0 ? 0 : before + 1;
        var last = text.Length - ((before + bytes.Length) % 3 == 0 ? 0 : 1);
        return first < last ? text[first..last] : "";
    }

    [GeneratedRegex(@"\\u[0-9A-Fa-f]{4}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Escape();
}
