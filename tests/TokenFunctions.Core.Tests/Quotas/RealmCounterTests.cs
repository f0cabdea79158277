using FsCheck;
using FsCheck.Fluent;
using TokenFunctions.Quotas;
using TokenFunctions.Realms;
using TokenFunctions.Storage;
using TokenFunctions.Storage.Memory;
using TokenFunctions.Testing;

namespace TokenFunctions.Core.Tests.Quotas;

/// <summary>Several instances that draw from one row.</summary>
public sealed class RealmCounterTests
{
    private readonly ManualTime time = new();
    private readonly QuotaStore store = new(new MemoryTables());

    [Fact]
    public void Whatever_instances_do_no_span_of_one_window_holds_more_than_the_maximum() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(200), Prop.ForAll(
            ArbMap.Default.ArbFor<Tuple<PositiveInt, PositiveInt, byte[]>>(),
            drawn => new RealmCounterTests().Holds(drawn.Item1.Get * 5, TimeSpan.FromSeconds(drawn.Item2.Get), drawn.Item3)));

    [Fact]
    public async Task A_forced_renewal_that_is_refused_keeps_what_the_instance_had_for_others()
    {
        var limit = new CallLimit(10, TimeSpan.FromHours(1)) { PerRealm = true };
        var counter = Counter(limit);
        var calls = new List<RealmCall>();
        for (var n = 0; n < 10; n++) calls.Add((await counter.TakeAsync(limit, forced: false)).Call!);
        calls[9].GiveBack();

        Assert.NotNull((await counter.TakeAsync(limit, forced: true)).RoomAt);
        Assert.NotNull((await counter.TakeAsync(limit, forced: false)).Call);
        Assert.NotNull((await counter.TakeAsync(limit, forced: false)).RoomAt);
    }

    [Fact]
    public async Task A_larger_maximum_counts_from_what_was_counted()
    {
        var limit = new CallLimit(2, TimeSpan.FromHours(1)) { PerRealm = true };
        var counter = Counter(limit);
        await counter.TakeAsync(limit, forced: false);
        await counter.TakeAsync(limit, forced: false);
        var raised = limit with { Max = 3 };

        Assert.NotNull(counter.RoomAt(limit, forced: false));
        Assert.Null(counter.RoomAt(raised, forced: false));
        Assert.NotNull((await counter.TakeAsync(raised, forced: false)).Call);
        Assert.NotNull((await counter.TakeAsync(raised, forced: false)).RoomAt);
    }

    [Fact]
    public async Task A_row_that_was_emptied_is_seen_before_the_window_ends()
    {
        var limit = new CallLimit(1, TimeSpan.FromHours(1)) { PerRealm = true };
        var counter = Counter(limit);
        await counter.TakeAsync(limit, forced: false);
        Assert.NotNull((await counter.TakeAsync(limit, forced: false)).RoomAt);
        await store.RemoveEndedAsync(time.GetUtcNow().AddHours(2), CancellationToken.None);
        time.Advance(new BrokerTimes().RegistryAge);

        Assert.Null(counter.RoomAt(limit, forced: false));
        Assert.NotNull((await counter.TakeAsync(limit, forced: false)).Call);
    }

    // A byte is one act: who acts, and whether the call is made, forced, given back, or time passes.
    private bool Holds(int max, TimeSpan window, byte[] acts)
    {
        var limit = new CallLimit(max, window) { PerRealm = true };
        var counters = new[] { Counter(limit), Counter(limit), Counter(limit) };
        List<DateTimeOffset> made = [];
        foreach (var act in acts.Concat(acts).Concat(acts))
        {
            if (act % 4 == 0) time.Advance(window * (act / 4 % 16 / 24.0));
            for (var burst = act % 7; burst > 0; burst--) Act(counters[act % 3], limit, act, made);
        }

        return made.All(last => made.Count(call => call > last - window && call <= last) <= max);
    }

    private void Act(RealmCounter counter, CallLimit limit, byte act, List<DateTimeOffset> made)
    {
        var (call, roomAt) = counter.TakeAsync(limit, forced: act % 5 == 0).GetAwaiter().GetResult();
        Assert.True(call is null == roomAt > time.GetUtcNow(), "A refusal says when, and that is not now.");
        if (call is null) return;
        if (act % 11 == 3) call.GiveBack();
        else made.Add(time.GetUtcNow());
    }

    private RealmCounter Counter(CallLimit limit)
    {
        var clock = new StoreClock(time);
        return new(new(store, "demo", limit.Id(), clock, new BrokerTimes(), Random.Shared), clock);
    }
}
