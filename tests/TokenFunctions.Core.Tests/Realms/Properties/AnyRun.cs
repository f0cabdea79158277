using System.Text.Json;
using TokenFunctions.Core.Tests.Realms.Doubles;
using TokenFunctions.Realms;
using TokenFunctions.Realms.Templates;
using TokenFunctions.Testing;

namespace TokenFunctions.Core.Tests.Realms.Properties;

/// <summary>One attempt of a plan with anything, at a provider that answers anything; the same seed is the same
/// attempt.</summary>
internal sealed class AnyRun : IDisposable
{
    private readonly AnyProvider provider;
    private readonly RealmClient client;

    private AnyRun(string config, Chance chance)
    {
        provider = new AnyProvider(chance, new AnyBody(chance, [.. Texts(JsonElement.Parse(config)), "access_token", "expires_in", "errcode"]));
        client = new RealmClient(provider, new ManualTime(Ask.Now)) { Draw = Draw(chance.Below(1000)) };
    }

    public IReadOnlyList<(string Head, byte[] Body)> Sent => provider.Sent;

    public UpstreamAnswer? Answer { get; private set; }

    public static AnyRun Of(string config, RealmPlan plan, int seed)
    {
        var chance = new Chance(seed);
        var run = new AnyRun(config, chance);
        var material = AnyMaterial.For(plan, chance);
        run.Answer = chance.OneIn(4)
            ? run.client.TryAsync(plan, material, Ask.Long).GetAwaiter().GetResult().Answer
            : run.client.AskAsync(plan, material, Ask.Long).GetAwaiter().GetResult();
        return run;
    }

    /// <summary>Texts that look random and are the same each time.</summary>
    public static DrawRandom Draw(int seed)
    {
        var drawn = 0;
        return (kind, length) => kind == RandomKind.Uuid
            ? $"00000000-0000-4000-8000-{seed:d6}{++drawn:d6}"
            : new string((char)('a' + ++drawn % 6), length);
    }

    public void Dispose() => client.Dispose();

    private static IEnumerable<string> Texts(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(member => Texts(member.Value)),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(Texts),
        JsonValueKind.String => [value.GetString()!],
        _ => [],
    };
}
