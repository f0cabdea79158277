using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace TokenFunctions.Realms.Requests;

/// <summary>What may be called, and what a value may put into a URL.</summary>
internal static class UrlText
{
    /// <summary>Whether <paramref name="text"/> is an absolute http or https URL with an ASCII host and without
    /// userinfo and fragment.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out Uri? uri) =>
        Uri.TryCreate(text, UriKind.Absolute, out uri)
        && IsHttp(uri)
        && uri.Host.Length > 0 && Ascii.IsValid(uri.Host)
        && uri.UserInfo.Length == 0 && uri.Fragment.Length == 0;

    /// <summary>Whether a value can be (part of) a host with a port. Everything that could end
    /// the host is refused.</summary>
    public static bool IsAuthority(string value) =>
        value.Length > 0 && value.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' or ':');

    /// <summary>Whether a value can be the start of a URL: scheme, host and path.</summary>
    /// <param name="value">The value.</param>
    /// <param name="isWhole">Whether it may also have a query.</param>
    public static bool IsBase(string value, bool isWhole)
    {
        var mark = value.IndexOf('?', StringComparison.Ordinal);
        return (mark < 0 || isWhole) && !HasOddCharacter(value) && Ascii.IsValid(value)
            && !HasDotSegment(mark < 0 ? value : value[..mark]) && TryParse(value, out _);
    }

    /// <summary>Whether a text holds what no URL may: blanks, control characters,
    /// backslashes, a fragment's mark.</summary>
    public static bool HasOddCharacter(string text) =>
        text.Any(c => char.IsControl(c) || char.IsWhiteSpace(c) || c is '\\' or '#');

    /// <summary>Whether a path has a segment that would move the rest of it elsewhere, also when a dot of it is
    /// percent-encoded: that is the same dot (RFC 3986 §6.2.2.2).</summary>
    public static bool HasDotSegment(string path) =>
        path.Replace("%2E", ".", StringComparison.OrdinalIgnoreCase).Split('/').Any(segment => segment is "." or "..");

    /// <summary>Whether the scheme is http or https.</summary>
    public static bool IsHttp(Uri uri) =>
        string.Equals(uri.Scheme, Uri.UriSchemeHttps, StringComparison.Ordinal)
        || string.Equals(uri.Scheme, Uri.UriSchemeHttp, StringComparison.Ordinal);
}
