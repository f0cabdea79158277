using TokenFunctions.Core.Tests.Realms.Doubles;
using TokenFunctions.Realms;
using TokenFunctions.Realms.Egress;
using TokenFunctions.Realms.Templates;

namespace TokenFunctions.Core.Tests.Servers;

/// <summary>The engine as the service runs it: a compiled realm, the guarded way out, a real network.</summary>
internal static class Engine
{
    /// <summary>A client that may call this machine.</summary>
    /// <param name="clock">What assertions are dated by; null = the real time.</param>
    /// <param name="draw">What random ids are made by; null = real chance.</param>
    public static RealmClient Client(TimeProvider? clock = null, DrawRandom? draw = null)
    {
        Assert.True(EgressRules.TryParse("http://127.0.0.1", out var rules, out var error), error);
        return new RealmClient(EgressHandler.Create(rules), clock ?? TimeProvider.System) { Draw = draw ?? RandomText.Draw };
    }

    /// <summary>Asks once by a config of one's own.</summary>
    public static Task<UpstreamAnswer> AskAsync(string config, params (string Name, string Value)[] secret) =>
        AskAsync(new RealmDefinition("own", config), secret);

    /// <summary>Asks once by a preset that nothing is changed of.</summary>
    public static Task<UpstreamAnswer> AskByPresetAsync(string preset, params (string Name, string Value)[] secret) =>
        AskAsync(new RealmDefinition("preset", "{}") { Preset = preset }, secret);

    /// <summary>The plan; fails the test when the realm has faults.</summary>
    public static RealmPlan Compile(RealmDefinition realm)
    {
        var compilation = RealmCompiler.Compile(realm);
        Assert.Empty(compilation.Errors);
        return compilation.Plan!;
    }

    private static async Task<UpstreamAnswer> AskAsync(RealmDefinition realm, (string Name, string Value)[] secret)
    {
        var plan = Compile(realm);
        using var client = Client();
        return await client.AskAsync(plan, Material(plan, secret), Ask.Long);
    }

    // What is kept from earlier answers is, at the first call, what the secret begins with.
    private static CallMaterial Material(RealmPlan plan, (string Name, string Value)[] secret)
    {
        var fields = Ask.Secret(secret);
        var state = plan.State.ToDictionary(rule => rule.Name, rule => rule.InitialFor(fields)!, StringComparer.Ordinal);
        return new CallMaterial(fields) { State = state };
    }
}
