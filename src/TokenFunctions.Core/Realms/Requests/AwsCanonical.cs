using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace TokenFunctions.Realms.Requests;

/// <summary>A request in the one form that AWS Signature Version 4 signs.</summary>
/// <param name="Text">The canonical request.</param>
/// <param name="SignedHeaders">The names of the headers in it.</param>
internal sealed partial record AwsCanonical(string Text, string SignedHeaders)
{
    /// <summary>The form of a draft, with all headers that it has so far.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="service">The service: <c>s3</c> alone takes the path as it is sent.</param>
    public static AwsCanonical Of(RequestDraft draft, string service)
    {
        var headers = draft.Headers.Entries
            .Select(header => (Name: header.Key.ToLowerInvariant(), Value: Blanks().Replace(header.Value.Trim(), " ")))
            .OrderBy(header => header.Name, StringComparer.Ordinal)
            .ToList();
        var names = string.Join(';', headers.Select(header => header.Name));
        var lines = string.Concat(headers.Select(header => $"{header.Name}:{header.Value}\n"));
        var path = service == "s3" ? draft.Uri.AbsolutePath : Path(draft.Uri.AbsolutePath);
        var hash = Convert.ToHexStringLower(SHA256.HashData(draft.Body));
        return new($"{draft.Method}\n{path}\n{Query(draft.Uri.Query)}\n{lines}\n{names}\n{hash}", names);
    }

    // Escaped once more than it is sent; empty segments do not count.
    private static string Path(string path)
    {
        var segments = path.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Uri.EscapeDataString).ToList();
        return "/" + string.Concat(segments.SkipLast(1).Select(segment => segment + "/"))
            + segments.LastOrDefault() + (segments.Count > 0 && path.EndsWith('/') ? "/" : "");
    }

    private static string Query(string query) => string.Join('&', (query.Length > 0 ? query[1..] : "")
        .Split('&', StringSplitOptions.RemoveEmptyEntries)
        .Select(Pair)
        .OrderBy(pair => pair.Name, StringComparer.Ordinal).ThenBy(pair => pair.Value, StringComparer.Ordinal)
        .Select(pair => $"{pair.Name}={pair.Value}"));

    private static (string Name, string Value) Pair(string pair)
    {
        var end = pair.IndexOf('=', StringComparison.Ordinal);
        return end < 0 ? (Escape(pair), "") : (Escape(pair[..end]), Escape(pair[(end + 1)..]));
    }

    private static string Escape(string text) => Uri.EscapeDataString(Uri.UnescapeDataString(text));

    [GeneratedRegex(" +", RegexOptions.NonBacktracking)]
    private static partial Regex Blanks();
}
