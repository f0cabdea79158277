using TokenFunctions.Core.Tests.Realms.Doubles;
using TokenFunctions.Realms;
using TokenFunctions.Tokens;

namespace TokenFunctions.Core.Tests.Realms.Responses;

/// <summary>Tokens that are made of a template: by a realm that asks nobody, or of several values of an answer.</summary>
public sealed class ModeTests
{
    private const string Jwt = "e30.eyJleHAiOjE3OTUxNzYwOTB9.c2ln";

    [Theory]
    [InlineData("static", """ "token_template":"$key_1" """, "s3cret", null, null)]
    [InlineData("static", """ "token_template":"$key_1","default_ttl_sec":null """, "s3cret", null, null)]
    [InlineData("local", """ "token_template":"Key ${key_1}","default_ttl_sec":60 """, "Key s3cret", 60, "response.default_ttl_sec")]
    [InlineData("local", """ "token_template":"$jwt","expires_from_jwt":true """, Jwt, 90, "response.expires_from_jwt")]
    [InlineData("local", """ "token_template":"$jwt","expires_from_jwt":true,"max_ttl_sec":5 """, Jwt, 5, "response.expires_from_jwt, response.max_ttl_sec")]
    [InlineData("static", """ "token_template":"$key_1","max_ttl_sec":5 """, "s3cret", 5, "response.max_ttl_sec")]
    [InlineData("static", """ "token_template":{"id":"$key_1","n":[1,true,null],"u":"ä+<'/"} """, """{"id":"s3cret","n":[1,true,null],"u":"ä+<'/"}""", null, null)]
    public async Task A_realm_that_asks_nobody_makes_its_token(string mode, string response, string expected, int? seconds, string? rule)
    {
        var provider = CannedProvider.Answering("{}");
        var answer = await Ask.Once(provider, $$"""{"mode":"{{mode}}","response":{ {{response}} } }""", Ask.Secret(("key_1", "s3cret"), ("jwt", Jwt)));

        Assert.Equal(expected, answer.Token!.Value.Reveal());
        Assert.Equal((seconds, rule), ((int?)answer.Token.Life?.TotalSeconds, answer.Token.LifeRule));
        Assert.Equal(0, provider.Calls);
    }

    [Theory]
    [InlineData("\"token_template\":\"$key_1\"", "", FailureKind.SecretIncomplete,
        "The secret lacks a value that `response.token_template` reads, or holds an empty one.")]
    [InlineData("\"token_template\":\"$key_1\"", "a\nb", FailureKind.SecretIncomplete, "The token that was made holds control characters.")]
    [InlineData("\"token_template\":\"${key_1.@json.a}\"", "{}", FailureKind.SecretIncomplete,
        "The secret lacks a value that `response.token_template` reads, or holds an empty one.")]
    [InlineData("\"token_template\":\"$key_1\",\"expires_from_jwt\":true", "opaque", FailureKind.Rejected,
        "The answer holds no readable life of the token at `exp` of a JWT; correct `response.expires_from_jwt` or give `response.default_ttl_sec`.")]
    public async Task What_cannot_be_made_is_told(string response, string value, FailureKind kind, string detail)
    {
        var answer = await Ask.Once(
            CannedProvider.Answering("{}"), $$"""{"mode":"static","response":{ {{response}} } }""", Ask.Secret(("key_1", value)));

        Assert.Equal((kind, detail, UpstreamReach.NotSent), (answer.Failure!.Kind, answer.Failure.Detail, answer.Failure.Reach));
    }

    [Fact]
    public async Task A_template_makes_one_token_of_several_values_of_an_answer()
    {
        var answer = await Ask.Once(CannedProvider.Answering("""{"c":{"id":"I","key":"k/+\"","n":7},"expires_in":60}"""), """
            {"url":"https://h.example/","token_path":"c.key","expires_in_path":"expires_in",
             "response":{"token_template":{"Id":"${response.c.id}","Key":"${response.c.key}","N":"${response.c.n}","S":"$s"}}}
            """, Ask.Secret(("s", "x")));

        Assert.Equal("""{"Id":"I","Key":"k/+\"","N":7,"S":"x"}""", answer.Token!.Value.Reveal());
        Assert.Equal(TimeSpan.FromMinutes(1), answer.Token.Life);
    }

    [Fact]
    public async Task A_template_whose_value_the_answer_lacks_gives_no_token()
    {
        var answer = await Ask.Once(CannedProvider.Answering("""{"t":"T"}"""), """
            {"url":"https://h.example/","token_path":"t","response":{"default_ttl_sec":60,"token_template":"${response.gone}"}}
            """);
        Assert.Equal("The answer lacks a value that `response.token_template` reads.", answer.Failure!.Detail);
    }
}
