using FsCheck;
using FsCheck.Fluent;
using TokenFunctions.Core.Tests.Realms.Doubles;
using TokenFunctions.Realms;
using TokenFunctions.Realms.Templates;
using TokenFunctions.Realms.Vars;
using TokenFunctions.Testing;

namespace TokenFunctions.Core.Tests.Realms.Properties;

/// <summary>The same config, material, clock and chance make the same request, byte by byte.</summary>
public sealed class SameBytesTests
{
    private static readonly Arbitrary<int> Seeds = Gen.Choose(0, int.MaxValue).ToArbitrary();

    [Fact]
    public void An_attempt_made_again_sends_the_same() => Check((config, plan, seed) =>
    {
        if (plan.Vars.Any(IsRandom)) return;
        using var first = AnyRun.Of(config, plan, seed);
        using var second = AnyRun.Of(config, Compile(config)!, seed);
        Assert.Equal(first.Sent.Select(sent => sent.Head), second.Sent.Select(sent => sent.Head));
        Assert.Equal(first.Sent.Select(sent => sent.Body), second.Sent.Select(sent => sent.Body));
        Assert.Equal(first.Answer!.Failure?.Detail, second.Answer!.Failure?.Detail);
        Assert.Equal(first.Answer.Token?.Value.Reveal(), second.Answer.Token?.Value.Reveal());
    });

    // Also with a signature that is another one each time: it is made once in an attempt.
    [Fact]
    public void A_request_built_twice_in_an_attempt_is_the_same() => Check((_, plan, seed) =>
    {
        var scope = new AttemptScope(AnyMaterial.For(plan, new Chance(seed)), Ask.Now) { Draw = AnyRun.Draw(seed % 1000) };
        foreach (var planned in plan.Vars) scope.Set(planned.Name, planned.Evaluate(scope).Value, planned.IsConfidential);
        if (plan.Request is { } request) Assert.Equal(Sent.Of(request, scope).Print(), Sent.Of(request, scope).Print());
    });

    private static void Check(Action<string, RealmPlan, int> holds) => Prop.ForAll(Seeds, seed =>
    {
        var chance = new Chance(seed);
        var config = JsonMutation.Of(chance.Pick(KnownConfigs.Valid), chance, chance.Below(2));
        if (Compile(config) is { } plan) holds(config, plan, seed);
    }).Check(FsCheck.Config.QuickThrowOnFailure.WithMaxTest(800));

    private static RealmPlan? Compile(string config) => RealmCompiler.Compile(new RealmDefinition("any", config)).Plan;

    // The signatures of RSA-PSS and ECDSA are drawn from the system's own chance (RFC 8017 §8.1, FIPS 186-5 §6.3).
    private static bool IsRandom(VarPlan plan) => plan switch
    {
        HashedVar hashed => IsRandom(hashed.Source),
        JwtVar jwt => jwt.Algorithm.Name[0] is 'P' or 'E',
        _ => false,
    };
}
