using TokenFunctions.Core.Tests.Flow.Doubles;
using TokenFunctions.Realms;
using TokenFunctions.Storage;
using TokenFunctions.Tokens;

namespace TokenFunctions.Core.Tests.Flow;

/// <summary>Results that the store does not take. The lease is 20 s.</summary>
public sealed class UnwrittenTests
{
    private static readonly TokenKey Rotating = new("rot", World.Key.Key);

    [Theory]
    [InlineData(3)]
    [InlineData(60)]
    public async Task A_token_is_handed_out_at_once_and_to_later_callers_and_written_when_the_store_is_back(int seconds)
    {
        var (world, instance) = await World.MakeAsync();
        GoesDownInCall(world, instance);

        var result = await instance.Ask();
        for (var step = 0; step < seconds; step++) world.Pass(1);
        var later = await instance.Ask();
        instance.Store.Down = false;
        // The row in the store has no token and a lease that has perhaps ended: no reason for another call.
        var back = await instance.Ask();
        await world.RunAsync(instance.Drained());

        Assert.Equal(("token-1", TokenOrigin.Upstream, false), (result.Value(), result.Origin, result.IsStale));
        Assert.Equal(("token-1", true), (later.Value(), later.IsStale));
        Assert.Equal(("token-1", false), (back.Value(), back.IsStale));
        var row = await instance.Row();
        Assert.Equal((null, null, AttemptOutcome.Succeeded), (row.LeaseId, row.SentAt, row.Outcome));
        Assert.All([result, later, back], one => Assert.Equal(row.Generation, one.Token!.Generation));
        Assert.Equal("token-1", (await world.Start().Ask()).Value());
        Assert.Equal(1, world.Provider.Calls);
    }

    [Fact]
    public async Task A_token_that_cannot_be_sealed_is_held_too()
    {
        var (world, instance) = await World.MakeAsync();
        instance.Keys.Down = true;

        Assert.Equal("token-1", (await instance.Ask()).Value());
        for (var step = 0; step < 30; step++) world.Pass(1);
        Assert.Equal("token-1", (await instance.Ask()).Value());
        instance.Keys.Down = false;
        await world.RunAsync(instance.Drained());

        Assert.Equal("token-1", (await world.Start().Ask()).Value());
        Assert.Equal(1, world.Provider.Calls);
    }

    [Fact]
    public async Task A_token_is_given_up_when_it_has_ended()
    {
        var (world, instance) = await World.MakeAsync();
        world.Provider.Life = TimeSpan.FromSeconds(40);
        GoesDownInCall(world, instance);
        Assert.Equal("token-1", (await instance.Ask()).Value());

        await world.RunAsync(instance.Drained());
        Assert.InRange(world.Time.GetUtcNow(), Start.AddSeconds(40), Start.AddSeconds(42));
        instance.Store.Down = false;

        Assert.Equal("token-2", (await instance.Ask()).Value());
    }

    [Fact]
    public async Task A_token_is_given_up_when_another_instance_has_taken_over()
    {
        var (world, instance) = await World.MakeAsync("\"issue\": \"replaces\"");
        GoesDownInCall(world, instance);
        Assert.Equal("token-1", (await instance.Ask()).Value());
        for (var step = 0; step < 21; step++) world.Pass(1);
        Assert.Equal("token-2", (await world.Start().Ask()).Value());

        instance.Store.Down = false;

        Assert.Equal("token-2", (await instance.Ask()).Value());
        await world.RunAsync(instance.Drained());
        // Which of the two calls the provider took last is not known.
        Assert.True((await instance.Row()).IsSuspect);
    }

    [Fact]
    public async Task A_demand_for_a_newer_token_waits_until_the_held_one_is_written()
    {
        var (world, instance) = await World.MakeAsync();
        world.Provider.During = () =>
        {
            instance.Store.Tokens.ReadOnly = true;
            return Task.CompletedTask;
        };
        var first = await instance.Ask();
        Assert.Equal("token-1", first.Value());
        for (var step = 0; step < 30; step++) world.Pass(1);

        var flushed = instance.Ask(flush: true);
        world.Pass(5);
        Assert.Equal(1, world.Provider.Calls);
        instance.Store.Tokens.ReadOnly = false;

        var result = await world.RunAsync(flushed);
        Assert.Equal(("token-2", first.Token!.Generation + 1), (result.Value(), result.Token!.Generation));
    }

    [Fact]
    public async Task A_failure_is_told_at_once_and_written_when_the_store_is_back()
    {
        var (world, instance) = await World.MakeAsync();
        GoesDownInCall(world, instance);
        world.Provider.Next(ScriptedProvider.Failure());

        (await instance.Ask()).Refused(FailureKind.Transient);
        for (var step = 0; step < 3; step++) world.Pass(1);
        instance.Store.Down = false;
        (await instance.Ask()).Refused(FailureKind.Transient);
        await world.RunAsync(instance.Drained());

        var row = await instance.Row();
        Assert.Equal((1, null), (row.FailureCount, row.LeaseId));
        Assert.Equal(1, world.Provider.Calls);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(60)]
    public async Task A_token_with_a_rotated_state_is_not_handed_out_before_both_are_durable(int seconds)
    {
        var (world, instance) = await World.MakeAsync();
        await world.SaveOtherAsync(instance, Rotating.Realm, """
            "state": [{"name": "refresh_token", "initial": "$key_1", "path": "refresh_token"}],
            "arguments": [{"name": "refresh_token", "place": "body", "value": "${state.refresh_token}"}]
            """);
        world.Provider.Next(UpstreamAnswer.Of(new UpstreamToken(new SecretText("A1"), TimeSpan.FromHours(1))
        {
            State = new Dictionary<string, SecretText>(StringComparer.Ordinal) { ["refresh_token"] = new("R1") },
        }));
        GoesDownInCall(world, instance);

        var asked = instance.AskOther(Rotating.Realm);
        for (var step = 0; step < seconds; step++) world.Pass(1);
        Assert.Equal(seconds > 25, asked.IsCompleted);
        (await instance.AskOther(Rotating.Realm)).Refused(FailureKind.StoreUnavailable);
        instance.Store.Down = false;
        await world.RunAsync(instance.Drained());

        if (seconds > 25) (await asked).Refused(FailureKind.RenewalInProgress);
        else Assert.Equal("A1", (await asked).Value());
        Assert.Equal("A1", (await world.Start().AskOther(Rotating.Realm)).Value());
        var row = await instance.Tokens.GetAsync(Rotating, CancellationToken.None);
        var state = await instance.Tokens.OpenStateAsync(row, CancellationToken.None);
        Assert.Equal(("R1", null), (state["refresh_token"].Value.Reveal(), row.LeaseId));
        Assert.Equal(1, world.Provider.Calls);
    }

    [Fact]
    public async Task On_threads_all_who_wait_get_the_one_token_and_the_store_has_it_in_the_end()
    {
        var (world, _) = await World.MakeAsync();
        var instance = world.StartOnThreads();
        GoesDownInCall(world, instance);

        var waited = await world.RunAsync(Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Task.Run(() => instance.Ask()))), 50);
        var stale = await world.RunAsync(Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Task.Run(() => instance.Ask()))), 50);
        instance.Store.Down = false;
        var during = Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Task.Run(() => instance.Ask())));
        await world.RunAsync(instance.Drained(), 50);

        // Who first looks between the store's going down and the provider's answer knows of neither.
        Assert.All(waited.Where(result => !result.HasToken), result => result.Refused(FailureKind.StoreUnavailable));
        var all = waited.Where(result => result.HasToken).Concat(stale).Concat(await world.RunAsync(during, 50)).ToList();
        Assert.All(all, result => Assert.Equal("token-1", result.Value()));
        Assert.Single(all.Select(result => result.Token!.Generation).Distinct());
        Assert.Equal("token-1", (await world.Start().Ask()).Value());
        Assert.Equal(1, world.Provider.Calls);
    }

    [Fact]
    public async Task A_caller_that_leaves_takes_nothing_from_the_writing()
    {
        var (world, instance) = await World.MakeAsync();
        var held = world.Provider.HoldNext();
        using var leaving = new CancellationTokenSource();
        var left = instance.Broker.GetAsync(new TokenRequest(World.Key), leaving.Token).AsTask();
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => left);
        instance.Store.Down = true;
        held.SetResult(ScriptedProvider.Token("kept", TimeSpan.FromHours(1)));
        Assert.Equal("kept", (await instance.Ask()).Value());

        instance.Store.Down = false;
        await world.RunAsync(instance.Drained());

        Assert.Equal("kept", (await world.Start().Ask()).Value());
        Assert.Equal(1, world.Provider.Calls);
    }

    private static readonly DateTimeOffset Start = new Testing.ManualTime().GetUtcNow();

    private static void GoesDownInCall(World world, Instance instance) => world.Provider.During = () =>
    {
        instance.Store.Down = true;
        return Task.CompletedTask;
    };
}
