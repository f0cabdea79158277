using Microsoft.Extensions.Primitives;
using TokenFunctions.Http.Languages;
using TokenFunctions.Properties;

namespace TokenFunctions.Http.Tests.Languages;

public sealed class LanguageChoiceTests
{
    private static readonly string[] Pieces =
        ["zh", "zh-CN", "ZH-hans", "zh-TW", "en", "en-GB", "*", "fr", ",", ", ", ";", "; ", "q=", "Q=", "0", "1", "0.5", "0.123", "1.000", "1.5", "-1", "=", " ", "\t", "-", "zh_CN"];

    [Theory]
    [InlineData("zh-CN", "zh-CN")]
    [InlineData("zh-cn", "zh-CN")]
    [InlineData("zh", "zh-CN")]
    [InlineData("zh-*", "zh-CN")]
    [InlineData("zh-Hans", "zh-CN")]
    [InlineData("zh-Hans-SG", "zh-CN")]
    [InlineData("zh-TW", "zh-CN")]
    [InlineData("zh-Hant-HK", "zh-CN")]
    [InlineData("zh-CN,zh;q=0.9,en;q=0.8", "zh-CN")]
    [InlineData("zh-TW,zh;q=0.9,en-US;q=0.8,en;q=0.7", "zh-CN")]
    [InlineData("fr-FR,fr;q=0.9,zh;q=0.1", "zh-CN")]
    [InlineData("en;q=0.4, zh;q=0.5", "zh-CN")]
    [InlineData("zh, en", "zh-CN")]
    [InlineData("zh, *", "zh-CN")]
    [InlineData("*;q=0.5, en;q=0.1", "zh-CN")]
    [InlineData("*, en;q=0", "zh-CN")]
    [InlineData(" zh-CN ;q=1.000 , en ; q=0.999", "zh-CN")]
    [InlineData("zh-TW;q=0, zh", "zh-CN")]
    [InlineData("zh;q=nonsense, zh-CN;q=0.2", "zh-CN")]
    [InlineData("", "en")]
    [InlineData("en", "en")]
    [InlineData("en-US,en;q=0.9,zh-CN;q=0.8", "en")]
    [InlineData("en, zh", "en")]
    [InlineData("zh-TW;q=0.5, en;q=0.6", "en")]
    [InlineData("zh;q=0", "en")]
    [InlineData("zh;q=0, *", "en")]
    [InlineData("zh-CN;q=0, zh", "en")]
    [InlineData("fr", "en")]
    [InlineData("*", "en")]
    [InlineData("fr, *;q=0.5", "en")]
    [InlineData("zhx", "en")]
    [InlineData("zh;q=2", "en")]
    [InlineData("zh;q=0.1234", "en")]
    [InlineData("zh;q", "en")]
    [InlineData(";;,,", "en")]
    public void The_language_is_the_one_that_is_wanted_most(string header, string tag) =>
        Assert.Equal(tag, LanguageChoice.Of(new StringValues(header)).Tag);

    [Fact]
    public void Without_a_header_it_is_English() => Assert.Equal("en", LanguageChoice.Of(StringValues.Empty).Tag);

    [Fact]
    public void Several_headers_are_one_list() =>
        Assert.Equal("zh-CN", LanguageChoice.Of(new StringValues(["en;q=0.2", "zh;q=0.3"])).Tag);

    [Fact]
    public void What_comes_after_many_ranges_is_not_read() =>
        Assert.Equal("en", LanguageChoice.Of(new StringValues(string.Join(',', Enumerable.Repeat("fr", 64)) + ",zh")).Tag);

    [Fact]
    public void No_header_throws_and_a_language_that_is_not_named_is_not_chosen() => Seeds.Hold(4000, chance =>
    {
        var header = chance.Pieces(16, Pieces);
        var chosen = LanguageChoice.Of(new StringValues(header));
        var names = header.Contains("zh", StringComparison.OrdinalIgnoreCase) || header.Contains('*');
        Assert.True(names || chosen == Language.English, header);
    });
}
