using TokenFunctions.Core.Tests.Realms.Doubles;
using TokenFunctions.Realms.Egress;
using TokenFunctions.Realms.Responses;
using TokenFunctions.Tokens;

namespace TokenFunctions.Core.Tests.Realms.Trials;

/// <summary>What a trial shows of an address that is a secret, or is made of one.</summary>
public sealed class SentAddressTests
{
    private const string Hook = "https://hooks.example/services/T0/B0/s3cret";

    [Theory]
    [InlineData("$key_1", Hook, "POST ***")]
    [InlineData("$key_1", "https://Hooks.Example:443/services/T0/B0/s3cret", "POST ***")]
    [InlineData("${key_1}/send", Hook, "POST ***/send")]
    [InlineData("$key_1", Hook + "?code=h1dden&x=1", "POST ***")]
    [InlineData("$key_1", "https://hooks.example/a b/s3cret", null)]
    [InlineData("https://${key_1}/token", "idp.example", "POST https://***/token")]
    public async Task A_url_that_is_a_secret_is_hidden_as_a_whole(string url, string secret, string? line)
    {
        var trial = await Ask.TryAsync(
            CannedProvider.Answering("""{"error":"bad"}""", 400),
            Ask.Config("\"method\":\"POST\"", url),
            Ask.Secret(("key_1", secret)));

        Assert.Equal(line, trial.Exchanges.Count == 0 ? null : trial.Exchanges[0].Request.Line);
    }

    [Theory]
    [InlineData("no such hook: /services/T0/B0/s3cret", "no such hook: ***")]
    [InlineData("no such hook: https://hooks.example/services/T0/B0/s3cret.", "no such hook: ***.")]
    public async Task A_message_that_quotes_its_path_does_not_show_it(string message, string shown)
    {
        foreach (var secret in new[] { Hook, "https://HOOKS.example:443/services/T0/B0/s3cret" })
        {
            var provider = CannedProvider.Answering($$"""{"error":"bad","message":"{{message}}"}""", 400);
            var answer = await Ask.Once(provider, Ask.Config(url: "$key_1"), Ask.Secret(("key_1", secret)));
            Assert.Equal(shown, answer.Failure!.Message);
        }
    }

    [Fact]
    public void The_path_of_a_url_without_a_credential_stays() => Assert.Equal(
        "the token is invalid", new SecretMask(["https://a.example/token"]).Apply("the token is invalid"));

    [Theory]
    [InlineData("https://${key_1}/token", "123456", "POST https://***/token")]
    [InlineData("https://${key_1}:444/token", "3405803790", "POST https://***:444/token")]
    [InlineData("https://${key_1}/token", "0xcb007107", "POST https://***/token")]
    [InlineData("https://11.${key_1}/token", "123456", "POST https://***/token")]
    [InlineData("https://${key_1}/token", "11.5", "POST https://***/token")]
    public async Task A_number_that_became_an_address_is_hidden(string url, string secret, string line)
    {
        var trial = await Ask.TryAsync(
            CannedProvider.Answering("""{"error":"bad"}""", 400),
            Ask.Config("\"method\":\"POST\"", url),
            Ask.Secret(("key_1", secret)));

        Assert.Equal(line, Assert.Single(trial.Exchanges).Request.Line);
    }

    [Theory]
    [InlineData("https://${key_1}/token", "123456", "0.1.226.64")]
    [InlineData("https://10.${key_1}/token", "123456", "10.1.226.64")]
    [InlineData("https://${key_1}/token", "0x7f000001", "127.0.0.1")]
    public async Task It_is_not_told_by_the_egress_rules_either(string url, string secret, string address)
    {
        Assert.True(EgressRules.TryParse("", out var rules, out var error), error);

        var trial = await Ask.TryAsync(EgressHandler.Create(rules), Ask.Config(url: url), Ask.Secret(("key_1", secret)));

        Assert.Equal(FailureKind.EgressRefused, trial.Answer.Failure!.Kind);
        Assert.Contains("`***", trial.Answer.Failure.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain(address, trial.Answer.Failure.Detail + trial.Exchanges[0].Request.Line, StringComparison.Ordinal);
    }
}
