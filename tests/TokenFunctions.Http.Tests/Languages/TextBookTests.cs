using System.Diagnostics;
using TokenFunctions.Http.Languages;
using TokenFunctions.Properties;

namespace TokenFunctions.Http.Tests.Languages;

public sealed class TextBookTests
{
    private static readonly TextBook Book = new(new Dictionary<string, string>
    {
        ["There is no realm '{0}'."] = "没有领域 '{0}'。",
        ["`{0}` {1}."] = "`{0}` {1}。",
        ["is {0}; use {1}"] = "是{0}；请使用{1}",
        ["is {0}; use {1} or nothing"] = "是{0}；请使用{1}或不给",
        ["a template"] = "模板",
        ["an object"] = "对象",
        ["calls"] = "调用",
        ["write {{name}} for {0}"] = "为 {0} 写 {{name}}",
        ["{0}: {1} of {2}"] = "{2} 中的 {1}：{0}",
        [", "] = "、",
        [" or "] = " 或 ",
        ["The end. {0}"] = "完。{0}",
    });

    private static readonly string[] Templates =
        [.. LanguageFile.Read("problems", "zh-CN").EnumerateObject().Select(entry => entry.Name).Where(name => TextPieces.Parse(name).Places.Count > 0)];

    [Theory]
    [InlineData("an object", "对象")]
    [InlineData("There is no realm 'an object'.", "没有领域 'an object'。")]
    [InlineData("There is no realm ''.", "没有领域 ''。")]
    [InlineData("`/config/url` is an object; use a template.", "`/config/url` 是对象；请使用模板。")]
    [InlineData("`/config/url` is `x`; use GET, POST or PUT.", "`/config/url` 是 `x`；请使用 GET、POST 或 PUT。")]
    [InlineData("`a` is `b. c`; use a template or an object.", "`a` 是 `b. c`；请使用模板或对象。")]
    [InlineData("`a` is `x, y` or `z`; use a template or nothing.", "`a` 是 `x, y` 或 `z`；请使用模板或不给。")]
    [InlineData("write {name} for example", "为 example 写 {name}")]
    [InlineData("1: 2 of 3", "3 中的 2：1")]
    [InlineData("The end. an object", "完。对象")]
    [InlineData("The end. ", "完。")]
    [InlineData("calls", "调用")]
    [InlineData("`a` is an object; use calls, x.", "`a` 是对象；请使用 calls、x。")]
    public void A_text_is_said_with_what_its_places_hold(string english, string chinese) =>
        Assert.Equal(chinese, Book.Translate(english));

    [Theory]
    [InlineData("")]
    [InlineData("Nobody wrote this.")]
    [InlineData("There is no realm 'a'. ")]
    [InlineData("there is no realm 'a'.")]
    [InlineData("An object")]
    [InlineData("`a` is.")]
    public void What_is_not_in_the_book_stays(string text)
    {
        // A sentence that only looks like one of ours keeps its words.
        var said = Book.Translate(text);
        Assert.True(said == text || text == "`a` is." && said == "`a` is。");
    }

    [Fact]
    public void A_place_may_hold_what_is_unknown_and_it_is_kept()
    {
        const string held = "something that nobody wrote, or has ever read";
        Assert.Equal($"完。{held}", Book.Translate("The end. " + held));
    }

    [Theory]
    [InlineData("a { b")]
    [InlineData("a } b")]
    [InlineData("a {x} b")]
    [InlineData("a {} b")]
    public void A_template_that_is_written_wrongly_is_told(string template) =>
        Assert.ThrowsAny<FormatException>(() => TextPieces.Parse(template));

    [Fact]
    public void Every_template_gives_back_what_it_was_filled_with() => Seeds.Hold(2000, chance =>
    {
        var pieces = TextPieces.Parse(chance.Pick(Templates));
        // No text of ours has this sign, so no place can end too early.
        // Nor are blanks and quotes among them: an enumeration is put together anew.
        var held = pieces.Places.Select(_ => $"¤{chance.Text()}¤".Replace('`', '¤').Replace('\'', '¤').Replace(' ', '¤')).ToArray();
        if (Array.Exists(held, text => pieces.Literals.Any(literal => literal.Length > 0 && text.Contains(literal, StringComparison.Ordinal)))) return;
        var text = pieces.Literals[0] + string.Concat(held.Select((piece, i) => piece + pieces.Literals[i + 1]));
        var template = new TextTemplate(pieces, pieces);

        Assert.Equal(held, template.Match(text));
        Assert.All(held, piece => Assert.Contains(piece, Language.Chinese.Say(text)));
    });

    [Fact]
    public void No_text_throws_and_none_is_lost_between_quotes() => Seeds.Hold(2000, chance =>
    {
        var text = chance.Damage(chance.Pick(Templates)) + chance.Text();
        Assert.NotNull(Language.Chinese.Say(text));
    });

    // Each is made to be almost a match again and again; a matcher that goes back would not end.
    [Theory]
    [InlineData("'", "'")]
    [InlineData("`x` is ", ".")]
    [InlineData("is a; use ", "")]
    [InlineData("The token of the realm '", "")]
    [InlineData(", ", "")]
    [InlineData(" or ", "x")]
    [InlineData("Step `a`: ", "")]
    [InlineData("{0}", "{1}")]
    public void A_hostile_text_costs_no_more_than_its_length(string repeated, string end)
    {
        var texts = Enumerable.Range(0, 50).Select(i => string.Concat(Enumerable.Repeat(repeated, 4000 / repeated.Length)) + end + i).ToList();
        Language.Chinese.Say(texts[0]);
        var start = Stopwatch.GetTimestamp();
        foreach (var text in texts) Language.Chinese.Say(text);
        Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void A_text_that_is_too_long_for_the_service_is_not_looked_at()
    {
        var text = $"There is no realm '{new string('a', 5000)}'.";
        Assert.Same(text, Book.Translate(text));
    }
}
