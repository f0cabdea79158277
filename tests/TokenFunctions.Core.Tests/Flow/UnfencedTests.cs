using TokenFunctions.Core.Tests.Flow.Doubles;
using TokenFunctions.Tokens;

namespace TokenFunctions.Core.Tests.Flow;

/// <summary>Realms that let the provider be asked while the store is down.</summary>
public sealed class UnfencedTests
{
    private const string Allowed = "\"allow_unfenced\": true";

    [Fact]
    public async Task A_dead_token_is_got_by_one_call_that_all_share_and_written_when_the_store_is_back()
    {
        var (world, instance) = await World.MakeAsync(Allowed);
        var first = (await instance.Ask()).Token!.Generation;
        world.Pass(3600);
        instance.Store.Down = true;
        var held = world.Provider.HoldNext();
        var asked = Enumerable.Range(0, 10).Select(_ => instance.Ask()).ToArray();
        held.SetResult(ScriptedProvider.Token("unfenced", TimeSpan.FromHours(1)));

        Assert.All(await Task.WhenAll(asked), result => Assert.Equal(
            ("unfenced", first + 1, true, TokenOrigin.Upstream),
            (result.Value(), result.Token!.Generation, result.IsStale, result.Origin)));
        Assert.Equal(("unfenced", TokenOrigin.Database), ((await instance.Ask()).Value(), (await instance.Ask()).Origin));
        for (var step = 0; step < 60; step++) world.Pass(1);
        instance.Store.Down = false;
        Assert.Equal("unfenced", (await instance.Ask()).Value());
        await world.RunAsync(instance.Drained());

        Assert.Equal("unfenced", (await world.Start().Ask()).Value());
        var row = await instance.Row();
        Assert.Equal((first + 1, 2, 2, null), (row.Generation, row.Attempt, row.ValueAttempt, row.LeaseId));
        Assert.Equal(2, world.Provider.Calls);
    }

    [Fact]
    public async Task Where_nothing_is_known_of_the_row_one_call_is_made_and_given_up_if_there_was_a_token()
    {
        var (world, other) = await World.MakeAsync(Allowed);
        await other.Ask();
        var instance = world.Start();
        await instance.Broker.GetAsync(new TokenRequest(World.Key), CancellationToken.None);
        var fresh = world.Start();
        fresh.Store.Tokens.Down = true;

        Assert.Equal("token-2", (await fresh.Ask()).Value());
        Assert.Equal("token-2", (await fresh.Ask()).Value());
        fresh.Store.Tokens.Down = false;

        Assert.Equal("token-1", (await fresh.Ask()).Value());
        await world.RunAsync(fresh.Drained());
        Assert.Equal("token-1", (await fresh.Ask()).Value());
        Assert.Equal(2, world.Provider.Calls);
    }

    [Fact]
    public async Task In_a_long_outage_one_call_follows_another_and_the_last_token_is_written()
    {
        var (world, instance) = await World.MakeAsync(Allowed);
        var first = (await instance.Ask()).Token!.Generation;
        instance.Store.Down = true;
        for (var hour = 0; hour < 2; hour++)
        {
            for (var step = 0; step < 3590; step += 10) world.Pass(10);
            await instance.Ask();
        }

        instance.Store.Down = false;
        await world.RunAsync(instance.Drained());

        var other = await world.Start().Ask();
        Assert.Equal(("token-3", first + 2), (other.Value(), other.Token!.Generation));
        Assert.Equal(3, world.Provider.Calls);
    }

    [Fact]
    public async Task What_another_instance_renewed_meanwhile_is_not_overwritten()
    {
        var (world, instance) = await World.MakeAsync(Allowed);
        await instance.Ask();
        world.Pass(3600);
        instance.Store.Down = true;
        Assert.Equal("token-2", (await instance.Ask()).Value());
        Assert.Equal("token-3", (await world.Start().Ask()).Value());

        instance.Store.Down = false;

        Assert.Equal("token-3", (await instance.Ask()).Value());
        await world.RunAsync(instance.Drained());
        Assert.Equal("token-3", (await instance.Ask()).Value());
    }

    [Fact]
    public async Task What_another_instance_renewed_meanwhile_is_suspect_where_the_last_call_replaces_the_token()
    {
        var (world, instance) = await World.MakeAsync("\"allow_unfenced\": true, \"issue\": \"replaces\"");
        await instance.Ask();
        world.Pass(3600);
        instance.Store.Down = true;
        Assert.Equal("token-2", (await world.Start().Ask()).Value());
        Assert.Equal("token-3", (await instance.Ask()).Value());

        instance.Store.Down = false;
        await world.RunAsync(instance.Drained());

        Assert.True((await instance.Row()).IsSuspect);
        await world.RunAsync(instance.Ask());
        await world.RunAsync(instance.Drained());
        Assert.Equal("token-4", (await world.Start().Ask()).Value());
    }

    [Fact]
    public async Task The_realms_interval_is_kept()
    {
        var (world, instance) = await World.MakeAsync("\"allow_unfenced\": true, \"min_interval_sec\": 600");
        world.Provider.Life = TimeSpan.FromMinutes(1);
        await instance.Ask();
        instance.Store.Down = true;
        world.Pass(100);

        var failure = (await instance.Ask()).Refused(FailureKind.RenewalInProgress);
        Assert.Equal(1, world.Provider.Calls);
        world.Time.Advance(failure.RetryAt!.Value - world.Time.GetUtcNow());
        Assert.Equal("token-2", (await instance.Ask()).Value());
        world.Pass(100);

        (await instance.Ask()).Refused(FailureKind.RenewalInProgress);
        Assert.Equal(2, world.Provider.Calls);
    }

    [Fact]
    public async Task While_another_instance_has_the_lease_nothing_is_written()
    {
        var (world, instance) = await World.MakeAsync(Allowed);
        await instance.Ask();
        world.Pass(3600);
        instance.Store.Down = true;
        Assert.Equal("token-2", (await instance.Ask()).Value());
        var other = world.Start();
        var held = world.Provider.HoldNext();
        var renewing = other.Ask();
        instance.Store.Down = false;
        world.Pass(3);
        Assert.NotNull((await instance.Row()).LeaseId);

        held.SetResult(ScriptedProvider.Token("fenced", TimeSpan.FromHours(1)));

        Assert.Equal("fenced", (await renewing).Value());
        await world.RunAsync(instance.Drained());
        Assert.Equal("fenced", (await instance.Ask()).Value());
    }

    [Fact]
    public async Task A_failure_is_remembered_for_its_back_off()
    {
        var (world, instance) = await World.MakeAsync(Allowed);
        await instance.Ask();
        world.Pass(3600);
        instance.Store.Down = true;
        world.Provider.Next(ScriptedProvider.Failure());

        var failure = (await instance.Ask()).Refused(FailureKind.Transient);
        (await instance.Ask()).Refused(FailureKind.Transient);
        Assert.Equal(2, world.Provider.Calls);

        world.Time.Advance(failure.RetryAt!.Value - world.Time.GetUtcNow());
        Assert.Equal("token-3", (await instance.Ask()).Value());
    }

    [Fact]
    public async Task A_failure_after_a_held_token_is_remembered_too()
    {
        var (world, instance) = await World.MakeAsync(Allowed);
        await instance.Ask();
        instance.Store.Down = true;
        world.Provider.Life = TimeSpan.FromMinutes(5);
        world.Pass(3600);
        Assert.Equal("token-2", (await instance.Ask()).Value());
        world.Pass(290);
        world.Provider.Next(ScriptedProvider.Failure());

        (await instance.Ask()).Refused(FailureKind.Transient);
        (await instance.Ask()).Refused(FailureKind.Transient);

        Assert.Equal(3, world.Provider.Calls);
    }

    [Fact]
    public async Task While_an_attempt_of_this_process_is_at_the_provider_its_answer_is_waited_for()
    {
        var (world, instance) = await World.MakeAsync(Allowed);
        var held = world.Provider.HoldNext();
        var first = instance.Ask();
        instance.Store.Down = true;
        var second = instance.Ask();
        held.SetResult(ScriptedProvider.Token("of the lease", TimeSpan.FromHours(1)));

        Assert.Equal(("of the lease", "of the lease"), ((await first).Value(), (await second).Value()));
        Assert.Equal(1, world.Provider.Calls);
    }

    [Fact]
    public async Task A_store_that_can_only_be_read_counts_as_down_for_who_needs_a_call()
    {
        var (world, instance) = await World.MakeAsync(Allowed);
        instance.Store.Tokens.ReadOnly = true;
        Assert.Equal("token-1", (await instance.Ask()).Value());
        instance.Store.Tokens.ReadOnly = false;
        await world.RunAsync(instance.Drained());

        Assert.Equal("token-1", (await world.Start().Ask()).Value());
        Assert.Equal(1, world.Provider.Calls);
    }

    [Fact]
    public async Task A_living_token_that_is_not_enough_is_no_reason_for_a_call()
    {
        var (world, instance) = await World.MakeAsync(Allowed);
        await instance.Ask();
        instance.Store.Down = true;

        (await instance.Ask(flush: true)).Refused(FailureKind.StoreUnavailable);
        Assert.Equal(1, world.Provider.Calls);
    }

    [Fact]
    public async Task Rotating_state_is_never_sent_so()
    {
        var (world, instance) = await World.MakeAsync();
        await world.SaveOtherAsync(instance, "rot", """
            "state": [{"name": "refresh_token", "initial": "$key_1", "path": "refresh_token"}],
            "arguments": [{"name": "refresh_token", "place": "body", "value": "${state.refresh_token}"}],
            "policy": {"allow_unfenced": true}
            """);
        instance.Store.Tokens.Down = true;

        (await instance.AskOther("rot")).Refused(FailureKind.StoreUnavailable);
        Assert.Equal(0, world.Provider.Calls);
    }

    [Fact]
    public async Task Values_that_lie_in_a_vault_that_is_down_too_cannot_be_sent()
    {
        var (world, instance) = await World.MakeAsync(Allowed);
        await instance.Ask();
        world.Pass(3600);
        instance.Store.Down = true;
        instance.Vault.Down = true;

        (await instance.Ask()).Refused(FailureKind.VaultUnavailable);
        Assert.Equal(1, world.Provider.Calls);
    }
}
