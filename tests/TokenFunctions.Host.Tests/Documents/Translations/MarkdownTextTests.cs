namespace TokenFunctions.Host.Tests.Documents.Translations;

/// <summary>What is compared of two texts is what differs when one of them falls behind.</summary>
public sealed class MarkdownTextTests
{
    private const string Text = """
        # Product

        Set `Key` to `on`, see [more](docs/more.md).

        ```sh
        # not a heading `nor code`
        run --fast
        ```

        ## Settings

        | setting | meaning |
        |---|---|
        | `Key` | opens |
        """;

    [Fact]
    public void A_text_is_cut_at_its_headings_and_not_at_comments_of_code()
    {
        var sections = MarkdownText.Sections(Text);

        Assert.Equal([(1, "Product"), (2, "Settings")], sections.Select(s => (s.Level, s.Title)));
        Assert.Equal(["`Key`", "`on`"], sections[0].Codes);
        Assert.Equal(["docs/more.md"], sections[0].Links);
        Assert.Equal("```sh\n# not a heading `nor code`\nrun --fast\n```", Assert.Single(sections[0].CodeBlocks));
        Assert.Equal(["`Key` (2)"], sections[1].Rows);
    }

    [Fact]
    public void Other_words_give_another_fingerprint_and_broken_lines_do_not()
    {
        var print = Print(Text);

        Assert.Equal(print, Print(Text.Replace("`on`, see", "`on`,\nsee", StringComparison.Ordinal)));
        Assert.NotEqual(print, Print(Text.Replace("see", "read", StringComparison.Ordinal)));
        Assert.NotEqual(print, Print(Text.Replace("# Product", "# Other", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_comment_of_what_is_followed_is_written_once_and_read_back()
    {
        var lines = FollowedSections.Of(MarkdownText.Sections(Text));
        var once = FollowedSections.Write("# 产品\n", lines);

        Assert.Empty(FollowedSections.In("# 产品\n"));
        Assert.Equal(lines, FollowedSections.In(once));
        Assert.Equal(once, FollowedSections.Write(once, lines));
        Assert.StartsWith("# 产品\n\n<!-- ", once, StringComparison.Ordinal);
    }

    private static string Print(string text) => MarkdownText.Sections(text)[0].Fingerprint;
}
