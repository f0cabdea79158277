using System.Collections.Frozen;
using TokenFunctions.Realms.Drafting.Guesses;
using TokenFunctions.Realms.Drafting.Lines;
using TokenFunctions.Realms.Requests;

namespace TokenFunctions.Realms.Drafting.Requests;

/// <summary>The headers of a curl line that belong into a realm, each with its template.</summary>
internal sealed class HeaderDraft(DraftFields fields, DraftNotes notes)
{
    // What browsers and tools add for themselves; the content type and the credentials have places of their own.
    private static readonly FrozenSet<string> Elsewhere = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "Content-Type", "Content-Length", "Authorization", "Cookie", "Host", "Connection", "Accept-Encoding", "Origin",
        "Referer", "Cache-Control", "Pragma", "DNT", "Postman-Token", "Priority", "Upgrade-Insecure-Requests");

    private const StringSplitOptions Clean =
        StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries;

    private static readonly string[] Tools = ["curl/", "Mozilla/", "Postman", "insomnia"];

    /// <summary>The headers' names and templates, in order.</summary>
    public IEnumerable<(string Name, string Value)> Write(CurlLine line)
    {
        foreach (var (name, value) in line.Headers.Select(CurlLine.Pair).Where(IsOurs))
        {
            if (!HeaderText.IsToken(name) || !ValueShape.IsName(name))
                notes.Add("A header without a usable name was left out.");
            else if (HeaderText.IsReserved(name))
                notes.Add($"The header `{name}` was left out: the transport sets it.");
            else yield return (name, fields.Whole(new Given(GivenPlace.Header, name, name, value)));
        }
        if (Cookies(line) is { Length: > 0 } cookies) yield return ("Cookie", cookies);
    }

    private string Cookies(CurlLine line)
    {
        var all = line.Headers.Select(CurlLine.Pair)
            .Where(pair => string.Equals(pair.Name, "Cookie", StringComparison.OrdinalIgnoreCase))
            .Select(pair => pair.Value).Concat(line.Cookies)
            .SelectMany(text => text.Split(';', Clean));
        return string.Join("; ", all.Select(Cookie).OfType<string>());
    }

    private string? Cookie(string cookie)
    {
        var mark = cookie.IndexOf('=', StringComparison.Ordinal);
        var name = mark < 0 ? "" : cookie[..mark].Trim();
        if (HeaderText.IsToken(name) && ValueShape.IsName(name))
            return $"{name}={fields.Inline(new Given(GivenPlace.Cookie, name, name, cookie[(mark + 1)..]))}";
        notes.Add("A cookie without a usable name was left out.");
        return null;
    }

    private static bool IsOurs((string Name, string Value) header)
    {
        if (header.Value.Length == 0 || Elsewhere.Contains(header.Name)) return false;
        if (header.Name.StartsWith("sec-", StringComparison.OrdinalIgnoreCase)) return false;
        if (string.Equals(header.Name, "Accept", StringComparison.OrdinalIgnoreCase)) return header.Value != "*/*";
        return !string.Equals(header.Name, "User-Agent", StringComparison.OrdinalIgnoreCase)
            || !Tools.Any(tool => header.Value.StartsWith(tool, StringComparison.OrdinalIgnoreCase));
    }
}
