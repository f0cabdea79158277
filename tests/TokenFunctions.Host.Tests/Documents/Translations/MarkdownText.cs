namespace TokenFunctions.Host.Tests.Documents.Translations;

/// <summary>Cuts a document at its headings.</summary>
internal static class MarkdownText
{
    public static IReadOnlyList<MarkdownSection> Sections(string text)
    {
        List<(string Heading, List<string> Lines)> sections = [];
        var isCode = false;
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            // A comment of a shell's line begins as a heading does.
            if (line.StartsWith("```", StringComparison.Ordinal)) isCode = !isCode;
            if (!isCode && line.StartsWith('#')) sections.Add((line, []));
            else if (sections.Count > 0) sections[^1].Lines.Add(line);
        }
        return [.. sections.Select(s => new MarkdownSection(s.Heading, s.Lines))];
    }
}
