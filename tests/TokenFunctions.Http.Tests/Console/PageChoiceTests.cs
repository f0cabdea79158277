using Microsoft.AspNetCore.Http;
using TokenFunctions.Http.Console;

namespace TokenFunctions.Http.Tests.Console;

/// <summary>How the page is packed, and in which language it comes.</summary>
public sealed class PageChoiceTests
{
    [Theory]
    [InlineData("br", "br")]
    [InlineData("gzip, deflate, br, zstd", "br")]
    [InlineData("gzip, deflate", "gzip")]
    [InlineData("GZIP", "gzip")]
    [InlineData("*", "br")]
    [InlineData("br;q=0, *", "gzip")]
    [InlineData("gzip;q=1.0, br;q=0.5", "gzip")]
    [InlineData("br;q=0", null)]
    [InlineData("br;q=0, gzip;q=0", null)]
    [InlineData("identity", null)]
    [InlineData("deflate", null)]
    [InlineData("", null)]
    [InlineData(";;q=x", null)]
    [InlineData("brr", null)]
    public void It_is_packed_as_whoever_asks_likes_best(string accepted, string? coding) =>
        Assert.Equal(coding, PageCoding.Of(Request("Accept-Encoding", accepted)).Name);

    [Theory]
    [InlineData("zh-CN", "zh-CN")]
    [InlineData("zh", "zh-CN")]
    [InlineData("ZH-hans-cn", "zh-CN")]
    [InlineData("zh-TW, en;q=0.9", "zh-CN")]
    [InlineData("en-US,en;q=0.9,zh;q=0.8", "en")]
    [InlineData("en;q=0.1, zh;q=0.2", "zh-CN")]
    [InlineData("fr, zh;q=0.5, en;q=0.4", "zh-CN")]
    [InlineData("fr, de", "en")]
    [InlineData("zh;q=0", "en")]
    [InlineData("zhx", "en")]
    [InlineData("*", "en")]
    [InlineData("", "en")]
    [InlineData("\"", "en")]
    public void It_comes_in_the_language_that_whoever_asks_likes_best(string accepted, string language) =>
        Assert.Equal(language, PageLanguage.Of(Request("Accept-Language", accepted)));

    private static HttpRequest Request(string header, string value)
    {
        var context = new DefaultHttpContext();
        context.Request.Headers[header] = value;
        return context.Request;
    }
}
