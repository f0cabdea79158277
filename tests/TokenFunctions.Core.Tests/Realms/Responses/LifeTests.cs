using System.Buffers.Text;
using System.Text;
using TokenFunctions.Core.Tests.Realms.Doubles;
using TokenFunctions.Realms;
using TokenFunctions.Tokens;

namespace TokenFunctions.Core.Tests.Realms.Responses;

/// <summary>The life of a token, at 2026-11-20T12:00:00Z.</summary>
public sealed class LifeTests
{
    [Theory]
    [InlineData("ms", "60000", 60)]
    [InlineData("s", "60", 60)]
    [InlineData("min", "2", 120)]
    [InlineData("h", "\"1.5\"", 5400)]
    [InlineData("d", "30", 2592000)]
    public async Task A_life_has_a_unit(string unit, string value, double seconds)
    {
        var token = await Token($$"""{"t":"T","e":{{value}}}""", $$""" "expires_in_path":"e","response":{"expires_in_unit":"{{unit}}"} """);
        Assert.Equal((seconds, "expires_in_path"), (token.Life!.Value.TotalSeconds, token.LifeRule));
    }

    [Theory]
    [InlineData("""{"t":"T","e":60,"at":1795176120}""", 60, "expires_in_path")]
    [InlineData("""{"t":"T","e":null,"at":1795176120}""", 120, "response.expires_at_path")]
    [InlineData("""{"t":"T","e":"soon","at":"2026-11-20T12:02:00Z"}""", 120, "response.expires_at_path")]
    [InlineData("""{"t":"T","at":"later"}""", 300, "response.default_ttl_sec")]
    [InlineData("""{"t":"T"}""", 300, "response.default_ttl_sec")]
    [InlineData("""{"t":"T","e":3600}""", 1000, "expires_in_path, response.max_ttl_sec")]
    [InlineData("""{"t":"T","at":1795179600000}""", 1000, "response.expires_at_path, response.max_ttl_sec")]
    public async Task The_first_member_that_tells_the_life_counts_and_the_cap_at_last(string body, double seconds, string rule)
    {
        var token = await Token(body,
            """ "expires_in_path":"e","response":{"expires_at_path":"at","default_ttl_sec":300,"max_ttl_sec":1000} """);
        Assert.Equal((seconds, rule), (token.Life!.Value.TotalSeconds, token.LifeRule));
    }

    [Theory]
    [InlineData("""{"t":"T","e":60,"iat":"2026-11-20T11:59:50Z"}""", 50)]
    [InlineData("""{"t":"T","e":60,"iat":"1795175990000"}""", 50)]
    [InlineData("""{"t":"T","e":60,"iat":"2026-11-20T12:00:30Z"}""", 60)]
    [InlineData("""{"t":"T","e":60,"iat":"yesterday"}""", 60)]
    [InlineData("""{"t":"T","e":60}""", 60)]
    [InlineData("""{"t":"T","iat":"2026-11-20T11:59:50Z"}""", 290)]
    public async Task A_life_counts_from_the_time_of_issue_but_never_from_the_future(string body, double seconds)
    {
        var token = await Token(body, """ "expires_in_path":"e","response":{"issued_at_path":"iat","default_ttl_sec":300} """);
        Assert.Equal(seconds, token.Life!.Value.TotalSeconds);
    }

    [Theory]
    [InlineData("""{"t":"T","e":60,"iat":"2026-11-20T11:00:00Z"}""", "The answer's token ended already, by `e`.")]
    [InlineData("""{"t":"T","at":"2026-11-20T12:00:00Z"}""", "The answer's token ended already, by `at`.")]
    [InlineData("""{"t":"T","at":"2126-11-22"}""", "The answer's life of the token at `at` is not between 0 seconds and 100 years.")]
    [InlineData("""{"t":"T"}""",
        "The answer holds no readable life of the token at `e` or `at`; correct `expires_in_path` or `response.expires_at_path` or give `response.default_ttl_sec`.")]
    public async Task A_life_that_is_over_or_unknown_is_told(string body, string detail)
    {
        var answer = await Ask.Once(CannedProvider.Answering(body), Config(
            """ "expires_in_path":"e","response":{"issued_at_path":"iat","expires_at_path":"at"} """));
        Assert.Equal((FailureKind.Rejected, "http_200", detail), (answer.Failure!.Kind, answer.Failure.Code, answer.Failure.Detail));
    }

    [Theory]
    [InlineData("""{"exp":1795176090}""", 90.0)]
    [InlineData("""{"exp":1795176090.5}""", 90.5)]
    [InlineData("""{"exp":"1795176090"}""", 90.0)]
    [InlineData("""{"exp":1795175000}""", null)]
    [InlineData("""{"iat":1795176090}""", null)]
    [InlineData("""[]""", null)]
    [InlineData("no json", null)]
    public async Task A_JWT_tells_its_own_end(string claims, double? seconds)
    {
        var jwt = $"e30.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(claims))}.c2ln";
        var answer = await Ask.Once(
            CannedProvider.Answering($$"""{"t":"{{jwt}}"}"""), Config(""" "response":{"expires_from_jwt":true} """));

        Assert.Equal(seconds, answer.Token?.Life?.TotalSeconds);
        Assert.Equal(seconds is null ? null : "response.expires_from_jwt", answer.Token?.LifeRule);
    }

    [Theory]
    [InlineData("opaque")]
    [InlineData("a.b")]
    [InlineData("a.!!!!.c")]
    public async Task A_token_that_is_no_JWT_needs_a_default(string text)
    {
        var provider = CannedProvider.Answering($$"""{"t":"{{text}}"}""");
        var usual = await Ask.Once(provider, Config(""" "response":{"expires_from_jwt":true,"default_ttl_sec":60} """));
        var refused = await Ask.Once(CannedProvider.Answering($$"""{"t":"{{text}}"}"""), Config(""" "response":{"expires_from_jwt":true} """));

        Assert.Equal("response.default_ttl_sec", usual.Token!.LifeRule);
        Assert.Contains("`exp` of a JWT", refused.Failure!.Detail, StringComparison.Ordinal);
    }

    private static async Task<UpstreamToken> Token(string body, string members) =>
        (await Ask.Once(CannedProvider.Answering(body), Config(members))).Token!;

    private static string Config(string members) => $$"""{"url":"https://h.example/","token_path":"t",{{members}}}""";
}
