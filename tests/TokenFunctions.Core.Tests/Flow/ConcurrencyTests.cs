using TokenFunctions.Core.Tests.Flow.Doubles;
using TokenFunctions.Storage;
using TokenFunctions.Testing;
using TokenFunctions.Tokens;

namespace TokenFunctions.Core.Tests.Flow;

/// <summary>How many calls to one realm's provider are under way at once: <c>policy.concurrency</c>.</summary>
public sealed class ConcurrencyTests
{
    [Fact]
    public async Task No_more_than_the_realm_allows_are_under_way_and_the_others_follow()
    {
        var (world, instance) = await MakeAsync(keys: 5);
        var held = Enumerable.Range(0, 5).Select(_ => world.Provider.HoldNext()).ToList();

        var asked = Enumerable.Range(0, 5).Select(n => AskAsync(instance, n)).ToList();
        Assert.Equal(2, world.Provider.Calls);
        for (var n = 0; n < 5; n++)
        {
            held[n].SetResult(ScriptedProvider.Token($"t{n}", TimeSpan.FromHours(1)));
            // The next one's call does not run on the thread of the one that made room.
            var expected = Math.Min(5, n + 3);
            await Eventually.HoldsAsync(() => world.Provider.Calls >= expected, "the next call is made");
            Assert.Equal(expected, world.Provider.Calls);
        }

        Assert.All(await world.RunAsync(Task.WhenAll(asked)), result => Assert.True(result.HasToken));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 2)]
    public async Task The_deployment_may_take_fewer_than_the_realm_and_never_more(int callsPerRealm, int expected)
    {
        var (world, instance) = await MakeAsync(keys: 4, callsPerRealm);
        var held = Enumerable.Range(0, 4).Select(_ => world.Provider.HoldNext()).ToList();

        var asked = Enumerable.Range(0, 4).Select(n => AskAsync(instance, n)).ToList();
        Assert.Equal(expected, world.Provider.Calls);

        for (var n = 0; n < 4; n++) held[n].SetResult(ScriptedProvider.Token($"t{n}", TimeSpan.FromHours(1)));
        Assert.All(await world.RunAsync(Task.WhenAll(asked)), result => Assert.True(result.HasToken));
    }

    [Fact]
    public async Task Calls_without_a_lease_take_places_too()
    {
        var (world, instance) = await World.MakeAsync("\"allow_unfenced\": true", callsPerRealm: 1);
        foreach (var n in (int[])[0, 1])
        {
            await instance.Registrar.SaveSecretAsync(new SecretDraft(Key(n), SecretFields.None), CancellationToken.None);
            Assert.True((await AskAsync(instance, n)).HasToken);
        }

        world.Pass(3601);
        instance.Store.Down = true;
        var (first, second) = (world.Provider.HoldNext(), world.Provider.HoldNext());
        var asked = new[] { AskAsync(instance, 0), AskAsync(instance, 1) };
        await Eventually.HoldsAsync(() => world.Provider.Calls == 3, "one call is made");
        first.SetResult(ScriptedProvider.Token("t1", TimeSpan.FromHours(1)));
        await Eventually.HoldsAsync(() => world.Provider.Calls == 4, "the other follows");
        second.SetResult(ScriptedProvider.Token("t2", TimeSpan.FromHours(1)));

        Assert.All(await world.RunAsync(Task.WhenAll(asked)), result => Assert.True(result.HasToken));
    }

    [Fact]
    public async Task Who_gets_no_place_in_time_sends_nothing_and_gives_the_lease_back()
    {
        var (world, instance) = await MakeAsync(keys: 3);
        _ = world.Provider.HoldNext();
        _ = world.Provider.HoldNext();
        _ = AskAsync(instance, 0);
        _ = AskAsync(instance, 1);

        var failure = (await world.RunAsync(AskAsync(instance, 2))).Refused(FailureKind.Transient);

        Assert.Contains("policy.concurrency", failure.Detail, StringComparison.Ordinal);
        Assert.Equal(2, world.Provider.Calls);
        var row = await instance.Tokens.GetAsync(Key(2), CancellationToken.None);
        Assert.Equal((null, null, AttemptOutcome.Unsent), (row.LeaseId, row.SentAt, row.Outcome));
    }

    [Fact]
    public async Task A_gate_is_kept_no_longer_than_somebody_is_at_it()
    {
        var (world, instance) = await MakeAsync(keys: 3, callsPerRealm: 1);
        var held = world.Provider.HoldNext();
        var first = AskAsync(instance, 0);
        (await world.RunAsync(AskAsync(instance, 1))).Refused(FailureKind.Transient);
        Assert.Equal(1, instance.Broker.Gates.Count);

        held.SetResult(ScriptedProvider.Token("t", TimeSpan.FromHours(1)));
        Assert.True((await world.RunAsync(first)).HasToken);
        Assert.Equal(0, instance.Broker.Gates.Count);
        Assert.True((await AskAsync(instance, 2)).HasToken);
    }

    [Fact]
    public async Task A_call_that_throws_gives_its_place_back()
    {
        var (world, instance) = await MakeAsync(keys: 4);
        for (var n = 0; n < 4; n++)
        {
            world.Provider.During = () => throw new FormatException();
            (await AskAsync(instance, n)).Refused(FailureKind.Transient);
        }

        Assert.Equal(4, world.Provider.Calls);
    }

    [Fact]
    public async Task Other_realms_and_other_processes_have_places_of_their_own()
    {
        var (world, instance) = await MakeAsync(keys: 4);
        await world.SaveOtherAsync(instance, "other", "\"method\": \"GET\"");
        for (var n = 0; n < 5; n++) _ = world.Provider.HoldNext();

        _ = AskAsync(instance, 0);
        _ = AskAsync(instance, 1);
        _ = instance.AskOther("other");
        Assert.Equal(3, world.Provider.Calls);
        var second = world.Start();
        _ = AskAsync(second, 2);
        _ = AskAsync(second, 3);
        Assert.Equal(5, world.Provider.Calls);
    }

    private static async Task<(World World, Instance Instance)> MakeAsync(int keys, int callsPerRealm = int.MaxValue)
    {
        var (world, instance) = await World.MakeAsync("\"concurrency\": 2", callsPerRealm: callsPerRealm);
        for (var n = 0; n < keys; n++)
            await instance.Registrar.SaveSecretAsync(new SecretDraft(Key(n), SecretFields.None), CancellationToken.None);
        return (world, instance);
    }

    private static TokenKey Key(int n) => new("demo", $"key-{n}");

    private static Task<TokenResult> AskAsync(Instance by, int n) => by.Broker.GetAsync(new TokenRequest(Key(n)), CancellationToken.None).AsTask();
}
