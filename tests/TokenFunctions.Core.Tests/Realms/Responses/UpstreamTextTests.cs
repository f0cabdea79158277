using System.Net;
using System.Text;
using System.Text.Json;
using TokenFunctions.Core.Tests.Realms.Doubles;
using TokenFunctions.Realms.Responses;
using TokenFunctions.Tokens;

namespace TokenFunctions.Core.Tests.Realms.Responses;

public sealed class UpstreamTextTests
{
    private const string Password = "p\"+ <ä/>>?~";
    private static readonly SecretFields Secret = Ask.Secret(("pw", Password), ("short", "abc"), ("user", "bob1"));
    private static readonly SecretMask Mask = new(Secret.Select(f => f.Value.Reveal()).Append("Ym9iMTpwIis8w6QvOQ=="));

    public static TheoryData<string> Echoes =>
    [
        Password,
        Password.ToUpperInvariant(),
        Uri.EscapeDataString(Password),
        Uri.EscapeDataString(Password).ToLowerInvariant(),
        WebUtility.UrlEncode(Password),
        WebUtility.HtmlEncode(Password),
        JsonEncodedText.Encode(Password).ToString(),
        Convert.ToBase64String(Encoding.UTF8.GetBytes(Password)),
        Convert.ToBase64String(Encoding.UTF8.GetBytes(Password)).TrimEnd('=').Replace('+', '-').Replace('/', '_'),
        "Ym9iMTpwIis8w6QvOQ==",
        "p\"+\u0007 <ä/>>?~",
        "bob1",
        Convert.ToHexString(Encoding.UTF8.GetBytes(Password)),
        Convert.ToHexStringLower(Encoding.UTF8.GetBytes(Password)),
        Uri.EscapeDataString(Uri.EscapeDataString(Password)),
    ];

    // What is escaped in part only cannot be cut out, so nothing of the message is shown.
    public static TheoryData<string> MixedEchoes =>
    [
        "%62ob1", "b\\u006fb1", "&#98;ob1", "&#x62;o&#98;1", "%2562ob1", "\\u0062\\u006f\\u0062\\u0031", "%62%6f%62%31", "bo\u00adb1",
    ];

    [Theory]
    [MemberData(nameof(MixedEchoes))]
    public void A_secret_in_a_mixed_spelling_takes_the_message_with_it(string echo)
    {
        var shown = UpstreamText.Message($"wrong: {echo}!", Mask)!;
        Assert.DoesNotContain(echo, shown, StringComparison.Ordinal);
        Assert.Contains("***", shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("ab")]
    public void A_secret_inside_other_base64_is_masked(string before)
    {
        var mask = new SecretMask(["planted-1"]);
        var echo = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{before}planted-1"));
        Assert.DoesNotContain(echo[4..^4], UpstreamText.Message($"was {echo}", mask)!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("invalid credential rid: 62f4e6b1-1f1a2b3c-4d5e6f70", "invalid credential rid: 62f4e6b1-1f1a2b3c-4d5e6f70")]
    [InlineData("x Trace ID: 0a1b2c3d-11bb-cccc-dddd-eeee22222222 Correlation ID: aaaa0000-bb11-2222-33cc-444444dddddd", "x Trace ID: 0a1b2c3d-11bb-cccc-dddd-eeee22222222 Correlation ID: aaaa0000-bb11-2222-33cc-444444dddddd")]
    [InlineData("request_id [0a1b2c3d11bbccccddddeeee22222222]", "request_id [0a1b2c3d11bbccccddddeeee22222222]")]
    [InlineData("hint: [1686402237354962763423746a]", "hint: [1686402237354962763423746a]")]
    [InlineData("0a1b2c3d-11bb-cccc-dddd-eeee22222222", "***")]
    [InlineData("token: 0a1b2c3d-11bb-cccc-dddd-eeee22222222", "token: ***")]
    [InlineData("grid: 0a1b2c3d-11bb-cccc-dddd-eeee22222222", "grid: ***")]
    [InlineData("rid: 0a1b2c3d-11bb-cccc-dddd-eeee22222222-0a1b2c3d", "rid: ***")]
    [InlineData("rid: g0a1b2c3d11bbccccddddeeee22222222", "rid: ***")]
    public void The_number_of_a_case_is_shown_where_its_name_says_what_it_is(string message, string expected) =>
        Assert.Equal(expected, UpstreamText.Message(message, Mask));

    [Fact]
    public void A_secret_is_masked_even_as_the_number_of_a_case() => Assert.Equal(
        "rid: ***", UpstreamText.Message("rid: 0a1b2c3d-11bb-cccc-dddd-eeee22222222", new SecretMask(["0a1b2c3d-11bb-cccc-dddd-eeee22222222"])));


    [Theory]
    [MemberData(nameof(Echoes))]
    public void A_secret_that_the_provider_echoes_is_masked_however_it_is_escaped(string echo) =>
        Assert.Matches(@"^wrong: \*\*\*=*!$", UpstreamText.Message($"wrong: {echo}!", Mask)!);

    [Theory]
    [InlineData("GET https://h.example/?code=hidden", "GET ***")]
    [InlineData("GET http://other.example?code=hidden", "GET http://other.example?***")]
    public void A_url_that_is_a_secret_is_masked_also_where_it_is_written_in_another_way(string text, string shown) =>
        Assert.Equal(shown, new SecretMask(["https://H.example?code=hidden"]).Apply(text));

    [Theory]
    [InlineData(null, null)]
    [InlineData("", null)]
    [InlineData(" \r\n ", null)]
    [InlineData("a\r\nb\u0000c\u202Ed", "abcd")]
    [InlineData("无效的clientId", "无效的clientId")]
    [InlineData("x 12345678901234567890123 y", "x 12345678901234567890123 y")]
    [InlineData("hint: [1686402237354962763423746], from ip: 203.0.113.7", "hint: [1686402237354962763423746], from ip: 203.0.113.7")]
    [InlineData("more at https://open.work.weixin.qq.com/devtool/query?e=40001", "more at https://open.work.weixin.qq.com/devtool/query?e=40001")]
    [InlineData("x a2345678901234567890123 y", "x a2345678901234567890123 y")]
    [InlineData("x a23456789012345678901234 y", "x *** y")]
    [InlineData("x abcdefghijklmnopqrstuvw y", "x abcdefghijklmnopqrstuvw y")]
    [InlineData("x abcdefghijklmnopqrstuvwx y", "x *** y")]
    [InlineData("getAccessToken.byGrantType/ofClientCredentials", "getAccessToken.byGrantType/ofClientCredentials")]
    [InlineData("x ABCDEFGHIJKLMNOPQRSTUVWXYZ/a y", "x *** y")]
    [InlineData("[eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc_-]", "[***]")]
    [InlineData("abc is short", "abc is short")]
    public void A_message_is_cleaned(string? message, string? expected) => Assert.Equal(expected, UpstreamText.Message(message, Mask));

    [Fact]
    public void A_message_is_capped_and_no_character_is_cut_in_two()
    {
        Assert.Equal(200, UpstreamText.Message(string.Concat(Enumerable.Repeat("word ", 100)), Mask)!.Length);
        Assert.Equal(199, UpstreamText.Message("x" + string.Concat(Enumerable.Repeat("😀", 150)), Mask)!.Length);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("", null)]
    [InlineData("invalid_client", "invalid_client")]
    [InlineData("isv.invalid-parameter:1", "isv.invalid-parameter:1")]
    [InlineData("-1", "-1")]
    [InlineData("two words", null)]
    [InlineData("a\nb", null)]
    [InlineData("x-bob1-y", null)]
    [InlineData("12345678901234567890123456789012345678901234567890123456789012345", null)]
    public void A_code_is_plain_or_dropped(string? code, string? expected) => Assert.Equal(expected, UpstreamText.Code(code, Mask));

    [Fact]
    public async Task Nothing_of_a_failure_holds_what_the_provider_echoed()
    {
        var provider = CannedProvider.Answering($$"""{"error":"bob1","error_description":"bob1 0 {{JsonEncodedText.Encode(Password)}}"}""", 400);
        var answer = await Ask.Once(provider, Ask.Config("""
            "auth":{"type":"basic","username":"$user","password":"$pw"}
            """), Secret);

        Assert.Equal("*** 0 ***", answer.Failure!.Message);
        Assert.Equal("http_400", answer.Failure.Code);
        Assert.DoesNotContain("bob1", answer.ToString(), StringComparison.Ordinal);
    }
}
