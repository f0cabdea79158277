using TokenFunctions.Caching;
using TokenFunctions.Core.Tests.Flow.Doubles;
using TokenFunctions.Tokens;

namespace TokenFunctions.Core.Tests.Flow;

/// <summary>Failures in the cache.</summary>
public sealed class FailureMemoryTests
{
    private readonly CacheWorld world = new();

    [Theory]
    [InlineData(0.5, 0.5)]
    [InlineData(3, 3)]
    [InlineData(600, 5)]
    public async Task A_failure_with_a_time_is_answered_from_memory_until_then_at_most_five_seconds(double retryIn, double kept)
    {
        Fail(FailureKind.Transient, retryIn);
        for (var n = 0; n < 100; n++) (await world.Ask()).Refused(FailureKind.Transient);
        world.Pass(kept - 0.1);
        var kindly = (await world.Ask()).Refused(FailureKind.Transient);
        Assert.NotNull(kindly.RetryAt);
        Assert.Equal(1, world.Source.Calls);

        world.Pass(0.1);
        world.Source.Answer = null;
        Assert.Equal("value-1", (await world.Ask()).Value());
    }

    [Theory]
    [InlineData(FailureKind.BadCredentials)]
    [InlineData(FailureKind.Reauthorize)]
    [InlineData(FailureKind.StoreUnavailable)]
    [InlineData(FailureKind.SealBroken)]
    [InlineData(FailureKind.SealingKeyUnknown)]
    public async Task A_failure_without_a_time_is_kept_for_a_second(FailureKind kind)
    {
        Fail(kind, null);
        for (var n = 0; n < 100; n++) (await world.Ask()).Refused(kind);
        Assert.Equal(1, world.Source.Calls);

        world.Pass(1);
        (await world.Ask()).Refused(kind);
        Assert.Equal(2, world.Source.Calls);
    }

    [Theory]
    [InlineData(FailureKind.ForceLimited)]
    [InlineData(FailureKind.MinTtlUnreachable)]
    public async Task What_another_instance_may_bring_about_is_asked_for_each_second(FailureKind kind)
    {
        Fail(kind, 60);
        for (var n = 0; n < 100; n++) (await world.Ask()).Refused(kind);
        Assert.Equal(1, world.Source.Calls);

        world.Pass(1);
        await world.Ask();
        Assert.Equal(2, world.Source.Calls);
    }

    [Fact]
    public async Task A_store_that_is_down_is_tried_each_second_whatever_it_says()
    {
        Fail(FailureKind.StoreUnavailable, 600);
        await world.Ask();
        world.Pass(1);
        await world.Ask();

        Assert.Equal(2, world.Source.Calls);
    }

    [Theory]
    [InlineData(FailureKind.UnknownGeneration)]
    [InlineData(FailureKind.UnknownRealm)]
    [InlineData(FailureKind.UnknownSecret)]
    [InlineData(FailureKind.RenewalInProgress)]
    public async Task A_failure_of_the_request_itself_is_not_kept(FailureKind kind)
    {
        Fail(kind, 3);
        await world.Ask();
        await world.Ask();

        Assert.Equal(2, world.Source.Calls);
    }

    [Fact]
    public async Task A_failure_whose_time_has_come_is_not_kept()
    {
        Fail(FailureKind.Transient, 0);
        await world.Ask();
        world.Source.Answer = null;

        Assert.Equal("value-1", (await world.Ask()).Value());
    }

    [Fact]
    public async Task A_failure_holds_for_the_same_demand_only_and_never_for_a_flush()
    {
        Fail(FailureKind.Transient, 3);
        foreach (var request in new TokenRequest[]
        {
            new(World.Key), new(World.Key) { Invalid = 1 }, new(World.Key) { MinTtl = TimeSpan.FromSeconds(9) },
            new(new TokenKey("demo", "other")), new(World.Key) { Flush = true }, new(World.Key) { Flush = true },
        })
        {
            (await world.Cache.GetAsync(request, CancellationToken.None)).Refused(FailureKind.Transient);
        }

        Assert.Equal(6, world.Source.Calls);
    }

    [Fact]
    public async Task A_token_that_came_meanwhile_is_handed_out()
    {
        Fail(FailureKind.Transient, 3);
        await world.Ask();
        world.Source.Answer = null;
        await world.Cache.GetAsync(new TokenRequest(World.Key) { Flush = true }, CancellationToken.None);

        Assert.Equal("value-1", (await world.Ask()).Value());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_change_ends_it_also_while_it_is_on_its_way(bool onItsWay)
    {
        Fail(FailureKind.Transient, 3);
        var held = new TaskCompletionSource();
        if (onItsWay) world.Source.Hold = held.Task;
        var failing = world.Ask();
        world.Cache.Forget("demo");
        held.SetResult();
        (await failing).Refused(FailureKind.Transient);
        world.Source.Answer = null;

        Assert.Equal("value-1", (await world.Ask()).Value());
    }

    [Fact]
    public async Task Failures_of_one_token_can_be_forgotten_without_its_token()
    {
        await world.Ask("a");
        Fail(FailureKind.WaitingForInput, null);
        (await world.Ask("b")).Refused(FailureKind.WaitingForInput);
        (await world.Ask("c")).Refused(FailureKind.WaitingForInput);
        world.Source.Answer = null;

        world.Cache.ForgetFailures(new TokenKey("demo", "b"));

        Assert.True((await world.Ask("b")).HasToken);
        Assert.False((await world.Ask("c")).HasToken);
        Assert.Equal(TokenOrigin.Cache, (await world.Ask("a")).Origin);
    }

    [Fact]
    public async Task Those_who_waited_share_the_failure()
    {
        var held = new TaskCompletionSource();
        world.Source.Hold = held.Task;
        Fail(FailureKind.RenewalInProgress, 3);
        var asked = Enumerable.Range(0, 10).Select(_ => world.Ask()).ToArray();
        held.SetResult();

        Assert.All(await Task.WhenAll(asked), result => result.Refused(FailureKind.RenewalInProgress));
        Assert.Equal(1, world.Source.Calls);
    }

    [Fact]
    public async Task Over_the_broker_a_storm_on_a_token_in_back_off_reads_its_row_once()
    {
        var (flow, instance) = await World.MakeAsync();
        flow.Provider.Next(ScriptedProvider.Failure());
        var request = new TokenRequest(World.Key);
        (await instance.Cache.GetAsync(request, CancellationToken.None)).Refused(FailureKind.Transient);
        var reads = instance.Store.Tokens.Reads;

        for (var n = 0; n < 100; n++)
            (await instance.Cache.GetAsync(request, CancellationToken.None)).Refused(FailureKind.Transient);

        Assert.Equal(reads, instance.Store.Tokens.Reads);
        await flow.SaveSecretAsync(instance, "mended");
        Assert.Equal("token-2", (await instance.Cache.GetAsync(request, CancellationToken.None)).Value());
    }

    [Fact]
    public void The_memory_is_bounded()
    {
        var memory = new FailureMemory(world.Time);
        var failure = TokenResult.Of(new TokenFailure(FailureKind.BadCredentials, "x"));
        for (var n = 0; n < 10_001; n++) memory.Keep(Request(n), failure, world.Time.GetUtcNow());

        Assert.False(memory.TryFind(Request(0), out _));
        Assert.True(memory.TryFind(Request(10_000), out _));

        static TokenRequest Request(int n) => new(World.Key) { Invalid = n };
    }

    private void Fail(FailureKind kind, double? retryIn)
    {
        var retryAt = world.Time.GetUtcNow().AddSeconds(retryIn ?? 0);
        var failure = new TokenFailure(kind, "x") { RetryAt = retryIn is null ? null : retryAt };
        world.Source.Answer = _ => TokenResult.Of(failure);
    }
}
