using TokenFunctions.Core.Tests.Realms.Doubles;
using TokenFunctions.Tokens;

namespace TokenFunctions.Core.Tests.Realms.Responses;

public sealed class TokenAnswerTests
{
    [Theory]
    [InlineData("7200", 7200)]
    [InlineData("\"7200\"", 7200)]
    [InlineData("3599.5", 3599.5)]
    [InlineData("7.2e3", 7200)]
    [InlineData("3155760000", 3155760000)]
    public async Task An_expiry_in_seconds_is_a_number_or_a_numeric_text(string value, double seconds)
    {
        var answer = await Ask.Once(Token(value), Ask.Config());
        Assert.Equal(seconds, answer.Token!.Life!.Value.TotalSeconds);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("\"NaN\"")]
    [InlineData("1e400")]
    [InlineData("3155760001")]
    [InlineData("1795176000000")]
    public async Task An_absurd_expiry_is_refused_also_with_a_default(string value)
    {
        var answer = await Ask.Once(Token(value), Ask.Config("""
            "response":{"default_ttl_sec":60}
            """));
        Assert.Equal(FailureKind.Rejected, answer.Failure!.Kind);
        Assert.Equal("The answer's life of the token at `expires_in` is not between 0 seconds and 100 years.", answer.Failure.Detail);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"soon\"")]
    [InlineData("\"\"")]
    [InlineData("{}")]
    public async Task An_unreadable_expiry_is_refused_unless_there_is_a_default(string value)
    {
        var refused = await Ask.Once(Token(value), Ask.Config());
        var usual = await Ask.Once(Token(value), Ask.Config("""
            "response":{"default_ttl_sec":60}
            """));

        Assert.Equal(FailureKind.Rejected, refused.Failure!.Kind);
        Assert.Equal(
            "The answer holds no readable life of the token at `expires_in`; correct `expires_in_path` or give `response.default_ttl_sec`.",
            refused.Failure.Detail);
        Assert.Equal(TimeSpan.FromMinutes(1), usual.Token!.Life);
    }

    [Theory]
    [InlineData("\"bearer\"", "Bearer")]
    [InlineData("\"Bearer\"", "Bearer")]
    [InlineData("\"BEARER\"", "BEARER")]
    [InlineData("\"mac\"", "mac")]
    [InlineData("\"two words\"", "Bearer")]
    [InlineData("\"a234567890123456789012345678901234\"", "Bearer")]
    [InlineData("null", "Bearer")]
    public async Task The_tokens_type_is_the_answers(string type, string expected)
    {
        var answer = await Ask.Once(
            CannedProvider.Answering($$"""{"access_token":"T","expires_in":60,"token_type":{{type}}}"""), Ask.Config());
        Assert.Equal(expected, answer.Token!.Type);
    }

    [Fact]
    public async Task Further_values_are_handed_out_beside_the_token()
    {
        var answer = await Ask.Once(
            CannedProvider.Answering("""{"access_token":"T","expires_in":60,"u":{"i":"https://x"},"n":1,"o":{"a":true}}"""),
            Ask.Config("""
                "response":{"extra":{"instance_url":"u.i","n":"n","o":"o","gone":"gone"}}
                """));

        Assert.Equal(
            ["instance_url \"https://x\"", "n 1", "o {\"a\":true}"],
            answer.Token!.Extra.Select(extra => $"{extra.Key} {extra.Value.GetRawText()}"));
    }

    [Fact]
    public async Task A_whole_body_is_a_token_unless_it_is_an_error()
    {
        const string config = """{"url":"https://h.example/","token_path":"","response":{"default_ttl_sec":60}}""";
        var answer = await Ask.Once(CannedProvider.Answering(" plain-token\n"), config);
        var refused = await Ask.Once(CannedProvider.Answering("""{"errcode":40001}"""), config);

        Assert.Equal("plain-token", answer.Token!.Value.Reveal());
        Assert.Equal("40001", refused.Failure!.Code);
    }

    [Fact]
    public async Task A_token_with_control_characters_is_refused()
    {
        var answer = await Ask.Once(CannedProvider.Answering("""{"access_token":"a\r\nb","expires_in":60}"""), Ask.Config());
        Assert.Equal("The answer's token at `access_token` holds control characters.", answer.Failure!.Detail);
    }

    private static CannedProvider Token(string expiresIn) =>
        CannedProvider.Answering($$"""{"access_token":"T0KEN","expires_in":{{expiresIn}}}""");
}
