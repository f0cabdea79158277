using TokenFunctions.Core.Tests.Flow.Doubles;
using TokenFunctions.Storage;
using TokenFunctions.Tokens;

namespace TokenFunctions.Core.Tests.Flow;

/// <summary>Limits of a whole realm, counted in one row over all instances.</summary>
public sealed class RealmQuotaTests
{
    private static string Limit(int max, int seconds = 3600, string more = "") =>
        $$""" "limits": [{"max": {{max}}, "per_sec": {{seconds}}, "per": "realm"{{more}}}], "force_min_interval_sec": 1 """;

    [Theory]
    [InlineData(7)]
    [InlineData(40)]
    [InlineData(150)]
    public async Task Four_instances_with_many_tokens_make_as_many_calls_as_the_realm_allows(int max)
    {
        var (world, maker) = await World.MakeAsync(Limit(max));
        var keys = await KeysAsync(maker, 200);
        var instances = Enumerable.Range(0, 4).Select(_ => world.StartOnThreads()).ToArray();

        var results = await world.RunAsync(
            Task.WhenAll(keys.Select((key, n) => Task.Run(() => AskAsync(instances[n % 4], key)))), 20);

        var refused = results.Where(r => !r.HasToken).ToList();
        Assert.All(refused, r => Assert.Equal(FailureKind.QuotaExhausted, r.Failure!.Kind));
        Assert.Equal(200 - refused.Count, world.Provider.Calls);
        // An instance that was faster may have left some of what it drew to nobody: more of it where threads were slow.
        Assert.InRange(world.Provider.Calls, max / 2, max);
    }

    [Fact]
    public async Task No_span_of_one_window_holds_more_calls_than_the_realm_allows_at_whatever_pace_they_come()
    {
        var (world, maker) = await World.MakeAsync(Limit(60, seconds: 60));
        world.Provider.Life = TimeSpan.FromSeconds(1);
        var keys = await KeysAsync(maker, 40);
        var instances = Enumerable.Range(0, 4).Select(_ => world.Start()).ToArray();
        List<DateTimeOffset> calls = [];

        for (var n = 0; n < 600; n++, world.Pass(n % 100 < 50 ? 0.1 : 3))
        {
            var before = world.Provider.Calls;
            await world.RunAsync(AskAsync(instances[n % 4], keys[n % 40]));
            for (var made = before; made < world.Provider.Calls; made++) calls.Add(world.Time.GetUtcNow());
        }

        Assert.All(calls, last => Assert.InRange(calls.Count(c => c > last.AddSeconds(-60) && c <= last), 1, 60));
        Assert.InRange(calls.Count, 300, 600);
    }

    [Fact]
    public async Task An_instance_that_ends_takes_its_block_with_it_and_the_limit_still_holds()
    {
        var (world, maker) = await World.MakeAsync(Limit(500));
        world.Provider.Life = TimeSpan.FromHours(9);
        var keys = await KeysAsync(maker, 520);
        var dead = world.Start();
        foreach (var key in keys.Take(22)) Assert.True((await AskAsync(dead, key)).HasToken);
        var counted = Assert.Single((await maker.Status.FindAsync(keys[0], CancellationToken.None))!.Quotas).Used;
        var heir = world.Start();
        foreach (var key in keys.Skip(22)) await AskAsync(heir, key);

        Assert.InRange(counted, 23, 22 + 11);
        Assert.Equal(500 - (counted - 22), world.Provider.Calls);
    }

    [Fact]
    public async Task Calls_that_come_fast_are_drawn_in_blocks()
    {
        var (world, maker) = await World.MakeAsync(Limit(10_000));
        var keys = await KeysAsync(maker, 100);
        var instance = world.Start();

        foreach (var key in keys) await AskAsync(instance, key);

        Assert.Equal(100, world.Provider.Calls);
        Assert.InRange(instance.Store.Quota.Writes, 1, 12);
    }

    [Fact]
    public async Task A_block_that_lapses_is_given_back_by_the_next_draw()
    {
        var (world, maker) = await World.MakeAsync(Limit(1000));
        var keys = await KeysAsync(maker, 30);
        var instance = world.Start();
        foreach (var key in keys.Take(20)) await AskAsync(instance, key);
        world.Pass(300);
        await AskAsync(instance, keys[20]);

        Assert.Equal(21, Assert.Single((await maker.Status.FindAsync(keys[0], CancellationToken.None))!.Quotas).Used);
    }

    [Fact]
    public async Task The_failure_says_when_there_is_room_again_and_then_there_is()
    {
        var (world, instance) = await World.MakeAsync(Limit(1, 600));
        var keys = await KeysAsync(instance, 2);
        await AskAsync(instance, keys[0]);
        world.Pass(100);

        var failure = (await AskAsync(instance, keys[1])).Refused(FailureKind.QuotaExhausted);

        Assert.InRange(failure.RetryAt!.Value - world.Time.GetUtcNow(), TimeSpan.FromSeconds(500), TimeSpan.FromSeconds(501));
        world.Time.Advance(failure.RetryAt.Value - world.Time.GetUtcNow());
        Assert.True((await AskAsync(instance, keys[1])).HasToken);
    }

    [Fact]
    public async Task Who_is_refused_writes_nothing_and_soon_asks_the_counter_no_more()
    {
        var (world, instance) = await World.MakeAsync(Limit(1));
        var keys = await KeysAsync(instance, 51);
        await AskAsync(instance, keys[0]);
        await AskAsync(instance, keys[1]);
        var (reads, writes) = (instance.Store.Quota.Reads, instance.Store.Quota.Writes);

        foreach (var key in keys.Skip(1)) (await AskAsync(instance, key)).Refused(FailureKind.QuotaExhausted);

        Assert.Equal((reads, writes), (instance.Store.Quota.Reads, instance.Store.Quota.Writes));
        Assert.Null((await instance.Tokens.GetAsync(keys[1], CancellationToken.None)).ETag);
        Assert.Equal(1, world.Provider.Calls);
    }

    [Fact]
    public async Task Forced_renewals_leave_the_reserve_also_in_a_block_that_others_drew()
    {
        var (world, instance) = await World.MakeAsync(Limit(10));
        var keys = await KeysAsync(instance, 9);
        foreach (var key in keys) await AskAsync(instance, key);
        world.Pass(10);

        var forced = await instance.Broker.GetAsync(new TokenRequest(keys[0]) { Flush = true }, CancellationToken.None);
        var unforced = await instance.Ask();

        forced.Refused(FailureKind.QuotaExhausted);
        Assert.True(unforced.HasToken);
        Assert.Equal(10, world.Provider.Calls);
    }

    [Fact]
    public async Task All_limits_must_allow_a_call_and_what_one_of_them_took_is_given_back()
    {
        var (world, instance) = await World.MakeAsync(
            """ "limits": [{"max": 5, "per_sec": 86400, "per": "realm"}, {"max": 1, "per_sec": 60, "per": "realm"}] """);
        var keys = await KeysAsync(instance, 3);
        await AskAsync(instance, keys[0]);
        for (var n = 0; n < 9; n++) (await AskAsync(instance, keys[1])).Refused(FailureKind.QuotaExhausted);
        world.Pass(61);
        await AskAsync(instance, keys[2]);

        var used = (await instance.Status.FindAsync(keys[0], CancellationToken.None))!.Quotas.Select(q => q.Used);
        Assert.Equal([2L, 1], used);
    }

    [Fact]
    public async Task A_lease_that_was_not_sent_gives_its_call_back()
    {
        var (world, instance) = await World.MakeAsync(Limit(1));
        instance.Store.Tokens.BeforeRead(3, WatchedTable.Lost);
        (await world.RunAsync(instance.Ask())).Refused(FailureKind.StoreUnavailable);

        Assert.Equal("token-1", (await instance.Ask()).Value());
    }

    [Fact]
    public async Task Who_loses_the_race_for_the_lease_uses_no_call_up()
    {
        var (world, winner) = await World.MakeAsync(Limit(2));
        var loser = world.Start();
        loser.Store.Tokens.BeforeWrite(1, () => winner.Ask());

        Assert.Equal("token-1", (await world.RunAsync(loser.Ask())).Value());

        Assert.Equal(1, Assert.Single((await winner.Status.FindAsync(World.Key, CancellationToken.None))!.Quotas).Used);
        Assert.Equal(1, world.Provider.Calls);
    }

    [Fact]
    public async Task Who_finds_under_the_lease_that_others_were_faster_gives_it_back()
    {
        var (world, instance) = await World.MakeAsync(Limit(2));
        var other = world.Start();
        var keys = await KeysAsync(instance, 3);
        await AskAsync(instance, keys[0]);
        await AskAsync(other, keys[1]);

        var failure = (await world.RunAsync(AskAsync(instance, keys[2]))).Refused(FailureKind.QuotaExhausted);

        var row = await instance.Tokens.GetAsync(keys[2], CancellationToken.None);
        Assert.Equal((null, null, AttemptOutcome.Unsent), (row.LeaseId, row.SentAt, row.Outcome));
        Assert.True(failure.RetryAt > world.Time.GetUtcNow().AddMinutes(59));
        Assert.Equal(2, world.Provider.Calls);
    }

    [Fact]
    public async Task A_lost_answer_of_the_counter_may_count_twice_but_never_not_at_all()
    {
        var (world, instance) = await World.MakeAsync(Limit(2));
        var keys = await KeysAsync(instance, 2);
        instance.Store.Quota.AfterWrite(1, WatchedTable.Lost);

        Assert.True((await world.RunAsync(AskAsync(instance, keys[0]))).HasToken);
        (await world.RunAsync(AskAsync(instance, keys[1]))).Refused(FailureKind.QuotaExhausted);
    }

    [Fact]
    public async Task A_counter_that_does_not_answer_is_a_store_that_does_not_answer()
    {
        var (world, instance) = await World.MakeAsync(Limit(2));
        instance.Store.Quota.Down = true;

        (await world.RunAsync(instance.Ask())).Refused(FailureKind.StoreUnavailable);
        Assert.Equal(0, world.Provider.Calls);

        instance.Store.Quota.Down = false;
        Assert.Equal("token-1", (await instance.Ask()).Value());
    }

    private static Task<TokenResult> AskAsync(Instance instance, TokenKey key) =>
        instance.Broker.GetAsync(new TokenRequest(key), CancellationToken.None).AsTask();

    private static async Task<IReadOnlyList<TokenKey>> KeysAsync(Instance by, int count)
    {
        var fields = new Dictionary<string, SecretText>(StringComparer.Ordinal) { ["key_1"] = new("v"), ["key_2"] = new("x") };
        var keys = Enumerable.Range(0, count).Select(n => new TokenKey(World.Key.Realm, $"k{n}")).ToList();
        foreach (var key in keys)
            await by.Registrar.SaveSecretAsync(new SecretDraft(key, new SecretFields(fields)), CancellationToken.None);
        return keys;
    }
}
