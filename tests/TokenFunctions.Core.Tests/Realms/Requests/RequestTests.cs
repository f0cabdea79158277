using TokenFunctions.Core.Tests.Realms.Doubles;
using TokenFunctions.Realms;
using TokenFunctions.Tokens;

namespace TokenFunctions.Core.Tests.Realms.Requests;

public sealed class RequestTests
{
    private static readonly SecretFields Secret = Ask.Secret(
        ("id", "id 1"), ("pw", "p+&=%ä"), ("host", "login.example.com:8443"), ("base", "https://login.example.com/b/"),
        ("crlf", "a\r\nX-Evil: 1"), ("dots", ".."), ("evil", "evil.com/x?y"));

    [Fact]
    public async Task A_form_is_escaped_and_keeps_its_order()
    {
        var provider = await Send("""
            "content_type":"form","arguments":[{"name":"a b","place":"body","value":"c&d ${pw}"},{"name":"n","place":"body","value":3}]
            """);

        Assert.Equal("a%20b=c%26d%20p%2B%26%3D%25%C3%A4&n=3", provider.Body);
        Assert.Equal("application/x-www-form-urlencoded", provider.ContentType);
    }

    [Fact]
    public async Task A_JSON_body_keeps_the_types_of_its_values()
    {
        var provider = await Send("""
            "arguments":[{"name":"t","place":"body","value":true},{"name":"n","place":"body","value":1.50},{"name":"z","place":"body","value":null},
              {"name":"now","place":"body","value":"${now}"},{"name":"s","place":"body","value":"${now}s"},
              {"name":"o","place":"body","value":{"a":["$id",{"b":"x${id}"}]}},{"name":"t","place":"body","value":false}]
            """);

        Assert.Equal("""{"t":false,"n":1.50,"z":null,"now":1795176000,"s":"1795176000s","o":{"a":["id 1",{"b":"xid 1"}]}}""", provider.Body);
    }

    [Theory]
    [InlineData("raw", "Basic aWQgMTpwKyY9JcOk")]
    [InlineData("form", "Basic aWQrMTpwJTJCJTI2JTNEJTI1JUMzJUE0")]
    public async Task Basic_credentials_are_sent_as_the_encoding_says(string encoding, string expected)
    {
        var provider = await Send($$"""
            "auth":{"type":"basic","username":"$id","password":"$pw","encoding":"{{encoding}}"}
            """);
        Assert.Equal(expected, provider.Header("Authorization"));
    }

    [Theory]
    [InlineData("https://${host}/t", "https://login.example.com:8443/t")]
    [InlineData("https://a.${host}/t", "https://a.login.example.com:8443/t")]
    [InlineData("${base}/t?x=1", "https://login.example.com/b/t?x=1")]
    [InlineData("${base}?x=${id}", "https://login.example.com/b/?x=id%201")]
    [InlineData("$base", "https://login.example.com/b/")]
    [InlineData("https://h.example/${pw}/t", "https://h.example/p%2B%26%3D%25%C3%A4/t")]
    [InlineData("https://h.example/t?q=${pw}&r", "https://h.example/t?q=p%2B%26%3D%25%C3%A4&r")]
    [InlineData("https://h.example?a=1&b=2", "https://h.example/?a=1&b=2")]
    [InlineData("https://h.example/${now}/${now_ms}", "https://h.example/1795176000/1795176000000")]
    public async Task A_url_is_filled_in(string url, string expected)
    {
        var provider = await Send("", url);
        Assert.Equal(expected, provider.Request!.RequestUri!.AbsoluteUri);
    }

    [Fact]
    public async Task A_url_that_is_one_value_keeps_its_query_and_arguments_join_it()
    {
        var provider = CannedProvider.Answering(Ask.Success);
        await Ask.Once(
            provider,
            Ask.Config("\"arguments\":[{\"name\":\"a\",\"place\":\"url\",\"value\":\"2\"},{\"name\":\"c\",\"place\":\"url\",\"value\":\"3\"}]", url: "$whole"),
            Ask.Secret(("whole", "https://h.example/t/?a=1&b=%2F")));

        Assert.Equal("https://h.example/t/?a=2&b=%2F&c=3", provider.Request!.RequestUri!.AbsoluteUri);
    }

    [Theory]
    [InlineData("https://${evil}/t")]
    [InlineData("https://${pw}/t")]
    [InlineData("https://${crlf}/t")]
    [InlineData("$evil")]
    [InlineData("$host")]
    [InlineData("https://h.example/a/${dots}/t")]
    public async Task A_value_that_would_move_the_url_sends_nothing(string url)
    {
        var provider = CannedProvider.Answering(Ask.Success);
        var answer = await Ask.Once(provider, Ask.Config(url: url), Secret);

        Assert.Equal(0, provider.Calls);
        Assert.Equal((FailureKind.SecretIncomplete, UpstreamReach.NotSent), (answer.Failure!.Kind, answer.Failure.Reach));
        Assert.DoesNotContain("evil", answer.Failure.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("$crlf")]
    [InlineData("Bearer ${pw}")]
    public async Task A_header_that_no_wire_can_carry_sends_nothing(string value)
    {
        var provider = CannedProvider.Answering(Ask.Success);
        var answer = await Ask.Once(provider, Ask.Config($$"""
            "arguments":[{"name":"X-Key","place":"header","value":"{{value}}"}]
            """), Secret);

        Assert.Equal(0, provider.Calls);
        Assert.Equal(
            "The values for the header `X-Key` hold characters that no header can carry; only printable ASCII is sent.",
            answer.Failure!.Detail);
    }

    [Fact]
    public async Task A_secret_without_a_field_that_is_read_sends_nothing_and_is_told_which()
    {
        var provider = CannedProvider.Answering(Ask.Success);
        var answer = await Ask.Once(provider, Ask.Config("""
            "auth":{"type":"basic","username":"$user","password":"$pw"},"arguments":[{"name":"a","place":"body","value":["$zone"]}]
            """), Secret);

        Assert.Equal(0, provider.Calls);
        Assert.Equal(FailureKind.SecretIncomplete, answer.Failure!.Kind);
        Assert.Equal("The secret has no `user`, `zone`; the realm reads these fields.", answer.Failure.Detail);
    }

    [Fact]
    public async Task Headers_of_the_realm_take_the_place_of_the_usual_ones()
    {
        var provider = await Send("""
            "arguments":[{"name":"accept","place":"header","value":"text/plain"},{"name":"User-Agent","place":"header","value":"x"},
              {"name":"X-A","place":"header","value":"1"},{"name":"x-a","place":"header","value":"2"}]
            """);

        Assert.Equal(("text/plain", "x", "2"), (provider.Header("Accept"), provider.Header("User-Agent"), provider.Header("X-A")));
    }

    private static async Task<CannedProvider> Send(string members, string url = "https://api.example.com/token")
    {
        var provider = CannedProvider.Answering(Ask.Success);
        var answer = await Ask.Once(provider, Ask.Config(members, url), Secret);
        Assert.Null(answer.Failure);
        return provider;
    }
}
