using TokenFunctions.Realms.Drafting.Guesses;

namespace TokenFunctions.Realms.Drafting.Lines;

/// <summary>The address of a curl line, cut but not decoded. Placeholders of documents stay in it.</summary>
/// <param name="Origin">Scheme and host, or a placeholder for both.</param>
/// <param name="Path">From the first slash, or empty.</param>
/// <param name="Query">Without the question mark.</param>
/// <param name="User">Name and password from before the host, decoded; null = none.</param>
/// <param name="HasScheme">Whether the scheme was written.</param>
internal sealed record CurlAddress(string Origin, string Path, string Query, string? User, bool HasScheme)
{
    private const string Mark = "://";
    private static readonly char[] EndOfHost = ['/', '?', '#'];

    /// <summary>Reads a word; null = it is no http or https address.</summary>
    public static CurlAddress? Read(string word)
    {
        var text = word.Trim();
        var mark = text.IndexOf(Mark, StringComparison.Ordinal);
        if (mark >= 0 && text.AsSpan(0, mark).IndexOfAny(EndOfHost) < 0)
            return IsHttp(text[..mark]) ? Cut(text[..mark].ToLowerInvariant() + Mark, text[(mark + 3)..], true) : null;
        if (text.Length > 1 && text[0] is '$' or '{' or '<') return Cut("", text, true);
        var host = text.Split(EndOfHost)[0];
        return IsHost(host) ? Cut("https://", text, false) : null;
    }

    private static CurlAddress? Cut(string scheme, string rest, bool hasScheme)
    {
        var fragment = rest.IndexOf('#', StringComparison.Ordinal);
        if (fragment >= 0) rest = rest[..fragment];
        var mark = rest.IndexOf('?', StringComparison.Ordinal);
        var (head, query) = mark < 0 ? (rest, "") : (rest[..mark], rest[(mark + 1)..]);
        var slash = head.IndexOf('/', StringComparison.Ordinal);
        var (authority, path) = slash < 0 ? (head, "") : (head[..slash], head[slash..]);
        var at = authority.LastIndexOf('@');
        var user = at < 0 ? null : Uri.UnescapeDataString(authority[..at]);
        var host = authority[(at + 1)..];
        return host.Length == 0 ? null : new CurlAddress(scheme + host, path, query, user, hasScheme);
    }

    // A word without a scheme could be anything: a JWT has dots too.
    private static bool IsHost(string word)
    {
        var host = word[(word.LastIndexOf('@') + 1)..];
        var hasForm = host.Contains('.', StringComparison.Ordinal)
            || host.StartsWith("localhost", StringComparison.Ordinal);
        return hasForm && !ValueShape.IsCredential(host)
            && host.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or ':' or '_');
    }

    private static bool IsHttp(string scheme) =>
        string.Equals(scheme, "https", StringComparison.OrdinalIgnoreCase)
        || string.Equals(scheme, "http", StringComparison.OrdinalIgnoreCase);
}
