using FsCheck;
using FsCheck.Fluent;
using TokenFunctions.Core.Tests.Realms.Doubles;
using TokenFunctions.Realms;
using TokenFunctions.Realms.Presets;
using TokenFunctions.Testing;
using TokenFunctions.Tokens;

namespace TokenFunctions.Core.Tests.Realms.Properties;

/// <summary>Whatever a config, a secret and an answer hold, nothing throws.</summary>
public sealed class AnyConfigTests
{
    private static readonly Arbitrary<int> Seeds = Gen.Choose(0, int.MaxValue).ToArbitrary();

    [Fact]
    public void These_have_no_fault() => Assert.All(KnownConfigs.Valid, config => Assert.Empty(Compile(config).Errors));

    [Fact]
    public void The_compiler_throws_for_no_config_and_tells_what_is_wrong() => Check(2000, seed =>
    {
        var chance = new Chance(seed);
        var compilation = Compile(JsonMutation.Of(chance.Pick(KnownConfigs.All), chance, 1 + chance.Below(4)));
        Assert.Equal(compilation.Plan is null, compilation.Errors.Count > 0);
        Assert.All(compilation.Errors, error =>
        {
            Assert.StartsWith("/config", error.Pointer, StringComparison.Ordinal);
            Assert.StartsWith($"`{error.Pointer}` ", error.Message, StringComparison.Ordinal);
            Assert.EndsWith(".", error.Message, StringComparison.Ordinal);
        });
    });

    [Fact]
    public void The_compiler_throws_for_no_realm() => Check(2000, seed =>
    {
        var chance = new Chance(seed);
        var config = chance.OneIn(10) ? chance.Text() : JsonMutation.Of(chance.Pick(KnownConfigs.All), chance, chance.Below(3));
        var compilation = RealmCompiler.Compile(new RealmDefinition("any", config)
        {
            Preset = chance.Pick(null, chance.Text(), chance.Pick(PresetCatalog.All).Id),
            LogicCode = chance.Pick(null, null, chance.Text(), "https://a.example/" + chance.Text()),
        });
        Assert.Equal(compilation.Plan is null, compilation.Errors.Count > 0);
    });

    // What seldom comes by chance.
    [Theory]
    [InlineData("{\"policy\":{\"issue\":\"\\ud800\"}}")]
    [InlineData("{\"\\ud800\":1}")]
    [InlineData("{\"policy\":{\"\\udc00\":1}}")]
    [InlineData("")]
    [InlineData("[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]")]
    public void Odd_text_is_a_fault_in_every_realm(string config)
    {
        var realm = new RealmDefinition("any", config);
        foreach (var each in new[] { realm, realm with { Preset = "wecom-corp" }, realm with { LogicCode = "https://a.example/" } })
            Assert.Equal("/config", Assert.Single(RealmCompiler.Compile(each).Errors).Pointer);
        Assert.Equal("/preset", Assert.Single(RealmCompiler.Compile(new RealmDefinition("any", "{}") { Preset = "\ud800" }).Errors).Pointer);
    }

    [Fact]
    public void What_compiles_runs_and_ends_in_a_token_or_a_failure() => Check(1500, seed =>
    {
        var chance = new Chance(seed);
        var config = JsonMutation.Of(chance.Pick(KnownConfigs.Valid), chance, chance.Below(3));
        if (Compile(config).Plan is not { } plan) return;
        for (var more = 0; more < 2; more++) CheckRun(config, plan, seed ^ more);
    });

    [Theory]
    [InlineData("""{"url":"https://a.example/","token_path":"a\nb","response":{"default_ttl_sec":60}}""")]
    [InlineData("""{"url":"https://a.example/","token_path":"a","response":{"default_ttl_sec":60},"arguments":[{"name":"a\nb","place":"body","value":"$f","type":"number"}]}""")]
    public async Task A_failure_shows_no_control_character_of_the_config(string config)
    {
        var answer = await Ask.Once(CannedProvider.Answering("{}"), config, Ask.Secret(("f", "x")));
        Assert.Contains("`ab`", answer.Failure!.Detail, StringComparison.Ordinal);
    }

    private static void CheckRun(string config, RealmPlan plan, int seed)
    {
        using var run = AnyRun.Of(config, plan, seed);
        Assert.Equal(run.Answer!.Token is null, run.Answer.Failure is not null);
        Assert.True(run.Sent.Count <= plan.Steps.Count + 1);
        if (run.Answer.Token is { } token)
        {
            Assert.NotEmpty(token.Value.Reveal());
            Assert.DoesNotContain(token.Value.Reveal(), char.IsControl);
            Assert.False(token.Life <= TimeSpan.Zero);
        }
        else
        {
            Assert.NotEmpty(run.Answer.Failure!.Detail);
            Assert.DoesNotContain(run.Answer.Failure.Detail, char.IsControl);
            Assert.True(Enum.IsDefined<FailureKind>(run.Answer.Failure.Kind));
        }
    }

    private static RealmCompilation Compile(string config) => RealmCompiler.Compile(new RealmDefinition("any", config));

    private static void Check(int times, Action<int> holds) =>
        Prop.ForAll(Seeds, holds).Check(FsCheck.Config.QuickThrowOnFailure.WithMaxTest(times));
}
