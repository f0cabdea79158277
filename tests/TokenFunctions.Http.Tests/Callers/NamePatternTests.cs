using TokenFunctions.Http.Callers;
using TokenFunctions.Tokens;

namespace TokenFunctions.Http.Tests.Callers;

public sealed class NamePatternTests
{
    [Fact]
    public void Every_short_pattern_holds_the_names_that_a_plain_reading_of_it_holds()
    {
        var names = Texts("ab", 6).ToList();
        foreach (var text in Texts("ab*", 5).Where(t => t.Length > 0))
        {
            var pattern = NamePattern.Parse(text)!;
            foreach (var name in names)
                Assert.True(Holds(text, name) == pattern.Matches(name), $"{text} of {name}");
        }
    }

    [Theory]
    [InlineData("wecom", "wecom", true)]
    [InlineData("wecom", "WeCom", false)]
    [InlineData("wecom-*", "wecom-", true)]
    [InlineData("wecom-*", "wecom", false)]
    [InlineData("*.prod", "a.b.prod", true)]
    [InlineData("*.prod", "prod", false)]
    [InlineData("a.c", "abc", false)]
    [InlineData("eu-*-shop", "eu-1-shop", true)]
    [InlineData("eu-*-shop", "eu-shop", false)]
    [InlineData("aba*aba", "aba", false)]
    [InlineData("aba*aba", "abaaba", true)]
    public void It_reads_as_people_expect(string pattern, string name, bool holds) =>
        Assert.Equal(holds, NamePattern.Parse(pattern)!.Matches(name));

    [Fact]
    public void Only_stars_are_the_pattern_for_all()
    {
        foreach (var text in Texts("a*", 4).Where(t => t.Length > 0))
            Assert.Equal(text.All(c => c == '*'), NamePattern.Parse(text)!.IsAll);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("a/b")]
    [InlineData("ä")]
    [InlineData("a\n")]
    [InlineData("[a]")]
    [InlineData("a?")]
    [InlineData("tfk:a")]
    public void What_no_name_has_is_no_pattern(string? text) => Assert.Null(NamePattern.Parse(text));

    [Fact]
    public void A_pattern_is_as_long_as_a_name_at_most_and_quickly_read_whatever_it_holds()
    {
        var stars = string.Concat(Enumerable.Repeat("*a", NameRule.MaxLength / 2));
        Assert.Null(NamePattern.Parse(stars + "a"));
        Assert.True(NamePattern.Parse(stars)!.Matches(new string('a', NameRule.MaxLength)));
        Assert.False(NamePattern.Parse(stars[..^1] + "b")!.Matches(new string('a', NameRule.MaxLength)));
    }

    [Fact]
    public void Patterns_are_equal_when_they_are_written_alike()
    {
        Assert.Equal(NamePattern.All, NamePattern.Parse("*"));
        Assert.NotEqual(NamePattern.All, NamePattern.Parse("**"));
        Assert.Equal("a*", $"{NamePattern.Parse("a*")}");
    }

    private static IEnumerable<string> Texts(string characters, int longest) => longest == 0
        ? [""]
        : Texts(characters, longest - 1).SelectMany(t => t.Length == longest - 1 ? characters.Select(c => t + c).Prepend(t) : [t]);

    // Slow and plain: a star stands for nothing, or for one more character.
    private static bool Holds(string pattern, string name)
    {
        if (pattern.Length == 0) return name.Length == 0;
        if (pattern[0] == '*') return Holds(pattern[1..], name) || (name.Length > 0 && Holds(pattern, name[1..]));
        return name.Length > 0 && pattern[0] == name[0] && Holds(pattern[1..], name[1..]);
    }
}
