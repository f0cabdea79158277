using System.Net;
using TokenFunctions.Client.Attaching.Redirects;

namespace TokenFunctions.Client.Tests.Attaching.Rules;

public sealed class RedirectionTests
{
    [Theory]
    [InlineData("/b?c=d", "https://h:8443/b?c=d")]
    [InlineData("b", "https://h:8443/x/b")]
    [InlineData("?c", "https://h:8443/x/a?c")]
    [InlineData("//evil/b", "https://evil/b")]
    [InlineData("https://evil/b", "https://evil/b")]
    [InlineData("http://h:8443/b", null)]
    [InlineData("http://evil/b", null)]
    [InlineData("https://user:pass@evil/b", null)]
    [InlineData("ftp://evil/b", null)]
    [InlineData("file:///etc/passwd", null)]
    [InlineData("javascript:alert(1)", null)]
    public void It_leads_where_it_may(string location, string? expected)
    {
        using var response = To(302, location);
        var hop = new Hop(HttpMethod.Get, new("https://h:8443/x/a?b"), null, 3);

        var next = Redirection.Next(response, hop, canReplay: true);

        Assert.Equal(expected, next?.Address.AbsoluteUri);
        Assert.Equal(expected is null ? null : 4, next?.Number);
    }

    [Theory]
    [InlineData(300, "GET", null)]
    [InlineData(301, "GET", "GET")]
    [InlineData(301, "HEAD", "HEAD")]
    [InlineData(301, "POST", "GET")]
    [InlineData(301, "PUT", "PUT")]
    [InlineData(302, "POST", "GET")]
    [InlineData(302, "DELETE", "DELETE")]
    [InlineData(303, "HEAD", "HEAD")]
    [InlineData(303, "DELETE", "GET")]
    [InlineData(304, "GET", null)]
    [InlineData(307, "POST", "POST")]
    [InlineData(308, "PATCH", "PATCH")]
    [InlineData(201, "POST", null)]
    public void The_method_is_as_the_status_says(int status, string method, string? expected)
    {
        using var response = To(status, "/b");
        var hop = new Hop(new(method), new("https://h/"), null, 0);

        Assert.Equal(expected, Redirection.Next(response, hop, canReplay: true)?.Method.Method);
    }

    [Theory]
    [InlineData(307, true, true)]
    [InlineData(307, false, false)]
    [InlineData(303, false, true)]
    public void A_content_is_sent_on_only_if_it_can_be(int status, bool canReplay, bool leads)
    {
        using var response = To(status, "/b");
        using var content = new StringContent("text");
        var hop = new Hop(HttpMethod.Post, new("https://h/"), content, 0);

        var next = Redirection.Next(response, hop, canReplay);

        Assert.Equal(leads, next is not null);
        Assert.Equal(status == 307 && leads, next?.Content is not null);
    }

    private static HttpResponseMessage To(int status, string location)
    {
        var response = new HttpResponseMessage((HttpStatusCode)status);
        response.Headers.TryAddWithoutValidation("Location", location);
        return response;
    }
}
