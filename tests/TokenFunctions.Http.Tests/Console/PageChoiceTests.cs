using Microsoft.AspNetCore.Http;
using TokenFunctions.Http.Console;

namespace TokenFunctions.Http.Tests.Console;

/// <summary>How the page is packed.</summary>
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

    private static HttpRequest Request(string header, string value)
    {
        var context = new DefaultHttpContext();
        context.Request.Headers[header] = value;
        return context.Request;
    }
}
