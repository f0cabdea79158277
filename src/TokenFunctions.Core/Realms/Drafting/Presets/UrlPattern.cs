using System.Text.RegularExpressions;

namespace TokenFunctions.Realms.Drafting.Presets;

/// <summary>A URL of which parts are open: <c>${field}</c>, <c>{name}</c>, or a whole <c>$field</c>.</summary>
internal sealed partial class UrlPattern
{
    private const char Open = '*';

    // With nothing known of the host, a path such as /oauth/token says too little.
    private const int LeastForOpenHost = 3;

    private readonly string[] segments;

    /// <summary>Takes a template apart.</summary>
    public UrlPattern(string url)
    {
        var text = OpenPart().Replace(url.Split('?')[0], Open.ToString());
        var start = text.IndexOf("://", StringComparison.Ordinal);
        var rest = start < 0 ? text : text[(start + 3)..];
        var slash = rest.IndexOf('/', StringComparison.Ordinal);
        Host = (slash < 0 ? rest : rest[..slash]).ToLowerInvariant();
        Path = slash < 0 ? "/" : rest[slash..];
        segments = Path.Split('/', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>The host in lower case; <c>*</c> stands for an open part.</summary>
    public string Host { get; }

    /// <summary>The path from its first slash; <c>*</c> stands for an open part.</summary>
    public string Path { get; }

    /// <summary>Whether nothing of the host is known.</summary>
    public bool IsHostOpen => Host.Trim(Open, '.', ':').Length == 0;

    /// <summary>How much this pattern of a preset fits a drafted URL; 0 = not at all.</summary>
    public int Weigh(UrlPattern drafted)
    {
        var literal = segments.Count(segment => !segment.Contains(Open, StringComparison.Ordinal));
        if (IsHostOpen) return IsPathLike(drafted) && literal >= LeastForOpenHost ? literal : 0;
        if (!Fits(Host, drafted.Host)) return 0;
        if (IsPathLike(drafted)) return 1000 + (100 * literal) + Host.Length;
        var (end, draftedEnd) = (segments.LastOrDefault(), drafted.segments.LastOrDefault());
        return end is not null && end != "*" && end == draftedEnd ? 100 + Host.Length : 0;
    }

    /// <summary>Whether the paths fit.</summary>
    public bool IsPathLike(UrlPattern drafted) =>
        segments.Length == drafted.segments.Length
        && segments.Zip(drafted.segments).All(pair => Fits(pair.First, pair.Second));

    private static bool Fits(string pattern, string drafted)
    {
        if (string.Equals(pattern, drafted, StringComparison.OrdinalIgnoreCase)) return true;
        if (drafted == "*") return pattern.Contains(Open, StringComparison.Ordinal);
        var mark = pattern.IndexOf(Open, StringComparison.Ordinal);
        if (mark < 0) return false;
        var (head, tail) = (pattern[..mark], pattern[(pattern.LastIndexOf(Open) + 1)..]);
        return drafted.Length > head.Length + tail.Length
            && drafted.StartsWith(head, StringComparison.OrdinalIgnoreCase)
            && drafted.EndsWith(tail, StringComparison.OrdinalIgnoreCase);
    }

    [GeneratedRegex(@"\$?\{[^{}]*\}|\$\w+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OpenPart();
}
