using TokenFunctions.Core.Tests.Realms.Doubles;

namespace TokenFunctions.Core.Tests.Realms.Trials;

/// <summary>The body of a trial's request is UTF-8, whatever the realm's <c>Content-Type</c> says.</summary>
public sealed class SentBodyTests
{
    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    [InlineData("utf8")]
    [InlineData("gbk")]
    [InlineData("\\\"\\\"")]
    public async Task It_is_masked_and_shown_as_it_was_sent(string charset)
    {
        var provider = CannedProvider.Answering("""{"error":"bad"}""", 400);

        var trial = await Ask.TryAsync(
            provider,
            Ask.Config($$"""
                "arguments":[{"name":"Content-Type","place":"header","value":"application/json; charset={{charset}}"},
                    {"name":"k","place":"body","value":"$key_1"}]
                """),
            Ask.Secret(("key_1", "planted-1")));

        Assert.Equal("""{"k":"planted-1"}""", provider.Body);
        Assert.Equal("""{"k":"***"}""", Assert.Single(trial.Exchanges).Request.Body);
        Assert.Equal("bad", trial.Answer.Failure!.Code);
    }
}
