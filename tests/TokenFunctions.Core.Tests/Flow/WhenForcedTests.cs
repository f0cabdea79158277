using TokenFunctions.Core.Tests.Flow.Doubles;
using TokenFunctions.Tokens;

namespace TokenFunctions.Core.Tests.Flow;

/// <summary>Whoever forces a renewal is told of it, once for each call to the provider, and nobody else is.</summary>
public sealed class WhenForcedTests
{
    private readonly List<string> told = [];

    [Fact]
    public async Task Of_many_who_flush_together_one_is_told()
    {
        var (world, instance) = await World.MakeAsync();
        var other = world.Start();
        await instance.Ask();
        var held = world.Provider.HoldNext();

        var flushes = Enumerable.Range(0, 20).Select(n => AskAsync(n % 2 == 0 ? instance : other, $"{n}", flush: true)).ToArray();
        held.SetResult(ScriptedProvider.Token("new", TimeSpan.FromHours(1)));
        await world.RunAsync(Task.WhenAll(flushes));

        Assert.Equal(["0 Flush done"], told);
        Assert.Equal(2, world.Provider.Calls);
    }

    [Fact]
    public async Task The_failure_of_the_attempt_is_told_too()
    {
        var (world, instance) = await World.MakeAsync();
        var token = await instance.Ask();
        world.Provider.Next(ScriptedProvider.Failure());

        (await AskAsync(instance, "a", invalid: token.Token!.Generation)).Refused(FailureKind.Transient);
        (await AskAsync(instance, "b", invalid: token.Token.Generation)).Refused(FailureKind.Transient);

        Assert.Equal(["a Invalid Transient"], told);
    }

    [Fact]
    public async Task A_longer_life_is_a_cause_too()
    {
        var (world, instance) = await World.MakeAsync();
        await instance.Ask();
        world.Pass(1800);

        await AskAsync(instance, "a", minTtl: TimeSpan.FromMinutes(20));
        await AskAsync(instance, "b", minTtl: TimeSpan.FromMinutes(50));
        await AskAsync(instance, "c", minTtl: TimeSpan.FromMinutes(50));

        Assert.Equal(["b MinTtl done"], told);
    }

    [Fact]
    public async Task Nobody_forces_what_is_dead_or_not_there_or_refused_before_a_call()
    {
        var (world, instance) = await World.MakeAsync("\"force_min_interval_sec\": 30");
        await AskAsync(instance, "first", flush: true);
        world.Pass(4000);
        await AskAsync(instance, "dead", flush: true);
        Assert.Equal(2, world.Provider.Calls);

        world.Pass(31);
        await AskAsync(instance, "forced", flush: true);
        (await AskAsync(instance, "limited", flush: true)).Refused(FailureKind.ForceLimited);

        Assert.Equal(["forced Flush done"], told);
    }

    [Fact]
    public async Task Who_joins_a_renewal_that_was_under_way_forces_nothing()
    {
        var (world, instance) = await World.MakeAsync();
        await instance.Ask();
        world.Pass(3300);
        var held = world.Provider.HoldNext();
        await instance.Ask();

        var flushed = AskAsync(instance, "a", flush: true);
        held.SetResult(ScriptedProvider.Token("new", TimeSpan.FromHours(1)));

        Assert.Equal("new", (await world.RunAsync(flushed)).Value());
        Assert.Empty(told);
    }

    [Fact]
    public async Task Who_has_left_is_told_all_the_same()
    {
        var (world, instance) = await World.MakeAsync();
        await instance.Ask();
        var held = world.Provider.HoldNext();
        using var leaving = new CancellationTokenSource();

        var flushed = instance.Broker.GetAsync(Request("a") with { Flush = true }, leaving.Token).AsTask();
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => flushed);
        Assert.Empty(told);
        held.SetResult(ScriptedProvider.Token("new", TimeSpan.FromHours(1)));
        await world.RunAsync(instance.Drained());

        Assert.Equal(["a Flush done"], told);
    }

    [Fact]
    public async Task Through_the_cache_one_is_told_and_what_is_remembered_tells_nobody()
    {
        var (world, instance) = await World.MakeAsync();
        var token = await instance.Cache.GetAsync(new TokenRequest(World.Key), CancellationToken.None);
        var held = world.Provider.HoldNext();

        var reports = Enumerable.Range(0, 5)
            .Select(n => instance.Cache.GetAsync(Request($"{n}") with { Invalid = token.Token!.Generation }, CancellationToken.None).AsTask()).ToArray();
        held.SetResult(ScriptedProvider.Failure());
        await world.RunAsync(Task.WhenAll(reports));
        var later = instance.Cache.GetAsync(Request("later") with { Invalid = token.Token!.Generation }, CancellationToken.None).AsTask();
        (await world.RunAsync(later)).Refused(FailureKind.Transient);

        Assert.Equal(["0 Invalid Transient"], told);
        Assert.Equal(2, world.Provider.Calls);
    }

    private Task<TokenResult> AskAsync(
        Instance instance, string who, long? invalid = null, bool flush = false, TimeSpan minTtl = default) =>
        instance.Broker.GetAsync(Request(who) with { Invalid = invalid, Flush = flush, MinTtl = minTtl }, CancellationToken.None).AsTask();

    private TokenRequest Request(string who) => new(World.Key)
    {
        WhenForced = (causes, failure) =>
        {
            told.Add($"{who} {causes} {failure?.Kind.ToString() ?? "done"}");
            return Task.CompletedTask;
        },
    };
}
