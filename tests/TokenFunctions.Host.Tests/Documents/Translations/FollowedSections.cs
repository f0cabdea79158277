namespace TokenFunctions.Host.Tests.Documents.Translations;

/// <summary>The comment at the end of a translation: the fingerprints of the sections that it was made of.</summary>
internal static class FollowedSections
{
    private const string Opening = "<!-- The English sections that this text follows\n";

    private const string Closing = "-->\n";

    /// <summary>The lines of the comment.</summary>
    public static IReadOnlyList<string> In(string translation)
    {
        var start = translation.IndexOf(Opening, StringComparison.Ordinal);
        return start < 0 ? [] : translation[(start + Opening.Length)..^Closing.Length].Split('\n')[..^1];
    }

    /// <summary>The lines as they should be.</summary>
    public static IReadOnlyList<string> Of(IEnumerable<MarkdownSection> original) =>
        [.. original.Select(section => $"{section.Fingerprint} {section.Title}")];

    /// <summary>The translation with that comment in place of the one it has.</summary>
    public static string Write(string translation, IReadOnlyList<string> lines)
    {
        var start = translation.IndexOf(Opening, StringComparison.Ordinal);
        var text = start < 0 ? translation : translation[..start];
        return $"{text.TrimEnd()}\n\n{Opening}{string.Concat(lines.Select(line => $"{line}\n"))}{Closing}";
    }
}
