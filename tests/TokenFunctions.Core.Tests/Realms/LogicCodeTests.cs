using TokenFunctions.Core.Tests.Realms.Doubles;
using TokenFunctions.Realms;
using TokenFunctions.Testing;
using TokenFunctions.Tokens;

namespace TokenFunctions.Core.Tests.Realms;

/// <summary>The first system's way out: a URL that gets the secret and answers the token.</summary>
public sealed class LogicCodeTests
{
    [Fact]
    public async Task It_gets_the_secret_and_answers_token_and_seconds()
    {
        var provider = CannedProvider.Answering("""{"token":"FROM-CODE","expires_in":120}""");
        var plan = RealmCompiler.Compile(new RealmDefinition("r", "{}") { LogicCode = "https://code.example/token" }).Plan!;
        using var client = new RealmClient(provider, new ManualTime(Ask.Now));
        var material = new CallMaterial(Ask.Secret(("key_1", "a\"b"), ("pem", "x"))) { Key = new TokenKey("r", "main") };

        var answer = await client.AskAsync(plan, material, Ask.Long);

        Assert.Equal("FROM-CODE", answer.Token!.Value.Reveal());
        Assert.Equal(TimeSpan.FromSeconds(120), answer.Token.Life);
        Assert.Equal(HttpMethod.Post, provider.Request!.Method);
        Assert.Equal("https://code.example/token", provider.Request.RequestUri!.AbsoluteUri);
        Assert.Equal("application/json", provider.ContentType);
        Assert.Equal("""{"realm":"r","key":"main","key_1":"a\"b","pem":"x"}""", provider.Body);
    }

    [Fact]
    public async Task A_field_that_is_named_as_realm_or_key_is_sent_once()
    {
        var provider = CannedProvider.Answering("""{"token":"T","expires_in":120}""");
        var plan = RealmCompiler.Compile(new RealmDefinition("r", "{}") { LogicCode = "https://code.example/token" }).Plan!;
        using var client = new RealmClient(provider, new ManualTime(Ask.Now));
        await client.AskAsync(plan, new CallMaterial(Ask.Secret(("key", "own"))) { Key = new TokenKey("r", "main") }, Ask.Long);

        Assert.Equal("""{"realm":"r","key":"own"}""", provider.Body);
    }

    [Fact]
    public void It_stands_in_place_of_the_configs_own_exchange_and_keeps_its_policy()
    {
        var compilation = RealmCompiler.Compile(new RealmDefinition("r", """
            {"url":"https://old.example/","token_path":"a","arguments":[{"name":"a","place":"url","value":"$key_1"}],"policy":{"issue":"stable"}}
            """)
        { LogicCode = "https://code.example/token" });

        Assert.Empty(compilation.Errors);
        Assert.Equal(IssueRule.Stable, compilation.Plan!.Policy.Issue);
        Assert.Empty(compilation.Plan.SecretFields);
    }

    [Theory]
    [InlineData("code.example", null, "{}", "/logic_code")]
    [InlineData("https://code.example/", "dingtalk", "{}", "/logic_code")]
    [InlineData("https://code.example/", null, """{"policy":{"issue":"x"}}""", "/config/policy/issue")]
    [InlineData("https://code.example/", null, "[]", "/config")]
    public void A_fault_is_told_at_its_place(string address, string? preset, string config, string pointer) =>
        Assert.Equal(pointer, Assert.Single(
            RealmCompiler.Compile(new RealmDefinition("r", config) { LogicCode = address, Preset = preset }).Errors).Pointer);
}
