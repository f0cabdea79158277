using TokenFunctions.Core.Tests.Flow.Doubles;
using TokenFunctions.Quotas;
using TokenFunctions.Storage;
using TokenFunctions.Tokens;

namespace TokenFunctions.Core.Tests.Flow;

/// <summary>Limits of each secret, counted in its token's row.</summary>
public sealed class SecretQuotaTests
{
    private const string TwoAnHour = """ "limits": [{"max": 2, "per_sec": 3600}], "force_min_interval_sec": 1 """;

    [Fact]
    public async Task What_the_limit_does_not_allow_is_refused_without_a_call_and_without_an_attempt()
    {
        var (world, instance) = await World.MakeAsync(""" "limits": [{"max": 1, "per_sec": 7200}] """);
        await instance.Ask();
        var began = world.Time.GetUtcNow();
        world.Pass(3600);

        var failure = (await instance.Ask()).Refused(FailureKind.QuotaExhausted);

        var row = await instance.Row();
        Assert.InRange(failure.RetryAt!.Value, began.AddSeconds(7200), began.AddSeconds(7201));
        Assert.Equal((1, 1, AttemptOutcome.Succeeded, null), (world.Provider.Calls, row.Attempt, row.Outcome, row.Failure));
    }

    [Fact]
    public async Task At_the_time_of_the_failure_the_call_is_made()
    {
        var (world, instance) = await World.MakeAsync(""" "limits": [{"max": 1, "per_sec": 7200}] """);
        await instance.Ask();
        world.Pass(3600);
        var failure = (await instance.Ask()).Refused(FailureKind.QuotaExhausted);

        world.Time.Advance(failure.RetryAt!.Value - world.Time.GetUtcNow());

        Assert.Equal("token-2", (await instance.Ask()).Value());
    }

    [Fact]
    public async Task Instances_count_together()
    {
        var (world, instance) = await World.MakeAsync(""" "limits": [{"max": 3, "per_sec": 86400}] """);
        world.Provider.Life = TimeSpan.FromMinutes(1);
        var instances = new[] { instance, world.Start(), world.Start(), world.Start() };
        var tokens = 0;

        for (var n = 0; n < 12; n++, world.Pass(120))
            tokens += (await world.RunAsync(instances[n % 4].Ask())).HasToken ? 1 : 0;

        Assert.Equal((3, 3), (tokens, world.Provider.Calls));
    }

    [Fact]
    public async Task A_living_token_is_handed_out_and_its_renewal_does_not_ask_the_store_again_and_again()
    {
        var (world, instance) = await World.MakeAsync(""" "limits": [{"max": 1, "per_sec": 86400}] """);
        await instance.Ask();
        world.Pass(3000);
        await instance.Ask();
        var (reads, writes) = (instance.Store.Tokens.Reads, instance.Store.Tokens.Writes);

        var results = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => instance.Ask()));

        Assert.All(results, r => Assert.Equal("token-1", r.Value()));
        Assert.All(results, r => Assert.Equal(FailureKind.QuotaExhausted, r.RenewalFailed!.Kind));
        Assert.Equal((reads + 50, writes), (instance.Store.Tokens.Reads, instance.Store.Tokens.Writes));
        Assert.Equal(1, world.Provider.Calls);
    }

    [Fact]
    public async Task Forced_renewals_leave_the_reserve_to_those_that_nobody_forced()
    {
        var (world, instance) = await World.MakeAsync(TwoAnHour);
        await instance.Ask();
        world.Pass(10);

        (await instance.Ask(flush: true)).Refused(FailureKind.QuotaExhausted);
        Assert.Equal("token-1", (await instance.Ask()).Value());
        world.Pass(3000);
        var swept = await instance.Sweep.RunAsync(CancellationToken.None);

        Assert.Equal((1, 2), (swept.Renewed, world.Provider.Calls));
    }

    [Fact]
    public async Task A_limit_of_forced_renewals_leaves_the_others_alone()
    {
        var (world, instance) = await World.MakeAsync(
            """ "limits": [{"max": 1, "per_sec": 86400, "on": "force"}], "force_min_interval_sec": 1 """);
        await instance.Ask();
        world.Pass(10);
        Assert.Equal("token-2", (await instance.Ask(flush: true)).Value());
        world.Pass(10);

        var generation = (await instance.Row()).Generation;
        (await instance.Ask(invalid: generation)).Refused(FailureKind.QuotaExhausted);
        world.Pass(3600);

        Assert.Equal("token-3", (await instance.Ask()).Value());
    }

    [Fact]
    public async Task A_lease_that_is_given_back_unsent_gives_its_call_back_in_the_same_write()
    {
        var (world, instance) = await World.MakeAsync(""" "limits": [{"max": 1, "per_sec": 86400}] """);
        // Reads of a renewal: the caller's, the flight's, the guard's before it sends.
        instance.Store.Tokens.BeforeRead(3, WatchedTable.Lost);

        (await world.RunAsync(instance.Ask())).Refused(FailureKind.StoreUnavailable);

        var row = await instance.Row();
        Assert.Equal((AttemptOutcome.Unsent, null), (row.Outcome, row.Quota));
        Assert.Equal("token-1", (await instance.Ask()).Value());
    }

    [Fact]
    public async Task What_is_in_the_way_before_anything_is_sent_costs_no_call()
    {
        var (world, instance) = await World.MakeAsync(""" "limits": [{"max": 1, "per_sec": 86400}] """);
        instance.Vault.Down = true;
        (await instance.Ask()).Refused(FailureKind.VaultUnavailable);
        instance.Vault.Down = false;
        world.Pass(600);

        Assert.Equal("token-1", (await instance.Ask()).Value());
    }

    [Fact]
    public async Task A_holder_that_died_before_it_sent_has_made_no_call_and_one_that_died_after_it_has()
    {
        var (world, instance) = await World.MakeAsync(""" "limits": [{"max": 2, "per_sec": 86400}] """);
        var policy = new TokenFunctions.Realms.RealmPolicy { Limits = [new(2, TimeSpan.FromDays(1))] };
        var now = world.Time.GetUtcNow();
        var leased = new TokenState(World.Key)
        {
            LeaseId = "dead",
            LeaseEnd = now.AddSeconds(20),
            Attempt = 1,
            Quota = SecretCounts.Take(null, policy, false, now),
        };
        var saved = await instance.Tokens.TrySaveAsync(leased, CancellationToken.None);
        world.Pass(21);
        var unsent = await instance.Status.FindAsync(World.Key, CancellationToken.None);
        await instance.Tokens.TrySaveAsync(saved! with { SentAt = now }, CancellationToken.None);
        var sent = await instance.Status.FindAsync(World.Key, CancellationToken.None);

        Assert.Equal((0, 1), (Assert.Single(unsent!.Quotas).Used, Assert.Single(sent!.Quotas).Used));
    }

    [Fact]
    public async Task A_call_that_nobody_saw_answered_still_counts_after_an_operators_retry()
    {
        var (world, instance) = await World.MakeAsync(""" "limits": [{"max": 1, "per_sec": 86400}] """);
        _ = world.Provider.HoldNext();
        _ = instance.Ask();
        var other = world.Start();
        world.Pass(21);

        Assert.True(await other.Registrar.RetryAsync(World.Key, CancellationToken.None));

        (await world.RunAsync(other.Ask())).Refused(FailureKind.QuotaExhausted);
        Assert.Equal(1, world.Provider.Calls);
    }

    [Fact]
    public async Task Where_there_will_be_room_in_a_moment_a_caller_waits_for_it()
    {
        var (world, instance) = await World.MakeAsync(""" "limits": [{"max": 1, "per_sec": 1}] """);
        world.Provider.Next(ScriptedProvider.Token("brief", TimeSpan.FromMilliseconds(10)));
        await instance.Ask();
        world.Pass(0.5);

        var asked = instance.Ask();
        Assert.False(asked.IsCompleted);

        Assert.Equal("token-2", (await world.RunAsync(asked)).Value());
    }

    [Fact]
    public async Task A_broken_cell_counts_as_empty()
    {
        var (_, instance) = await World.MakeAsync(TwoAnHour);
        await instance.Tokens.TrySaveAsync(new TokenState(World.Key) { Quota = "3600a=what?" }, CancellationToken.None);

        Assert.Equal("token-1", (await instance.Ask()).Value());
        Assert.StartsWith("3600a=1", (await instance.Row()).Quota, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_renewal_that_another_instance_is_at_is_waited_for_although_the_limit_is_used_up()
    {
        var (world, holder) = await World.MakeAsync(""" "limits": [{"max": 1, "per_sec": 86400}] """);
        var held = world.Provider.HoldNext();
        var first = holder.Ask();
        var second = world.Start().Ask();
        held.SetResult(ScriptedProvider.Token("shared", TimeSpan.FromHours(1)));

        Assert.Equal("shared", (await first).Value());
        Assert.Equal("shared", (await world.RunAsync(second)).Value());
    }
}
