namespace TokenFunctions.Host.Tests.Documents.Translations;

/// <summary>README.zh-CN.md says what README.md says: what needs no translation is the same, section by section, and the
/// text of no English section has changed since.</summary>
public sealed class TranslationTests
{
    private const string Original = "README.md";

    private const string Translated = "README.zh-CN.md";

    private static readonly IReadOnlyList<MarkdownSection> English = MarkdownText.Sections(Repository.Read(Original));

    private static readonly IReadOnlyList<MarkdownSection> Chinese = MarkdownText.Sections(Repository.Read(Translated));

    private static IEnumerable<(MarkdownSection English, MarkdownSection Chinese)> Pairs => English.Zip(Chinese);

    [Fact]
    public void The_headings_are_as_many_and_of_the_same_levels()
    {
        Assert.Equal(English.Select(s => s.Level), Chinese.Select(s => s.Level));
        Assert.True(English.Count > 10);
    }

    [Fact]
    public void Commands_and_other_blocks_of_code_are_the_same()
    {
        Assert.All(Pairs, pair => Assert.Equal(pair.English.CodeBlocks, pair.Chinese.CodeBlocks));
        Assert.Contains(English, section => section.CodeBlocks.Count > 1);
    }

    [Fact]
    public void Settings_routes_members_and_values_are_the_same()
    {
        Assert.All(Pairs, pair => Assert.Equal(pair.English.Codes, pair.Chinese.Codes));
        Assert.Contains(English, section => section.Codes.Count > 50);
    }

    [Fact]
    public void Tables_have_the_same_rows()
    {
        Assert.All(Pairs, pair => Assert.Equal(pair.English.Rows, pair.Chinese.Rows));
        Assert.Contains(English, section => section.Rows.Count > 20);
    }

    [Fact]
    public void The_same_pages_are_linked_and_each_text_links_the_other()
    {
        Assert.All(Pairs, pair => Assert.Equal(Without(pair.English, Translated), Without(pair.Chinese, Original)));
        Assert.Contains(Translated, English[0].Links);
        Assert.Contains(Original, Chinese[0].Links);
    }

    [Fact]
    public void No_English_section_has_changed_since_it_was_translated()
    {
        var file = Path.Combine(Repository.Root, Translated);
        var now = FollowedSections.Of(English);
        if (Environment.GetEnvironmentVariable("TRANSLATED") == "true")
            File.WriteAllText(file, FollowedSections.Write(File.ReadAllText(file), now));

        var changed = now.Except(FollowedSections.In(File.ReadAllText(file)), StringComparer.Ordinal);

        Assert.True(!changed.Any(), $"{Original} has changed. Bring these sections of {Translated} up to it:\n"
            + $"{string.Join('\n', changed)}\nand then say so with:\n"
            + "TRANSLATED=true dotnet test tests/TokenFunctions.Host.Tests --filter TranslationTests");
        Assert.Equal(now, FollowedSections.In(File.ReadAllText(file)));
    }

    private static IEnumerable<string> Without(MarkdownSection section, string link) =>
        section.Links.Where(l => l != link);
}
