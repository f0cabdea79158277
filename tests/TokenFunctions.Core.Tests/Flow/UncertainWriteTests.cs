using TokenFunctions.Core.Tests.Flow.Doubles;
using TokenFunctions.Storage;
using TokenFunctions.Tokens;

namespace TokenFunctions.Core.Tests.Flow;

/// <summary>Writes whose answer was lost, and a store that does not answer. Of an attempt's writes the first takes the lease,
/// the second notes the sending, the third is the result.</summary>
public sealed class UncertainWriteTests
{
    [Fact]
    public async Task A_result_whose_write_took_effect_although_its_answer_was_lost_is_recorded_once()
    {
        var (world, instance) = await World.MakeAsync();
        instance.Store.Tokens.AfterWrite(3, WatchedTable.Lost);

        var result = await world.RunAsync(instance.Ask());

        Assert.Equal("token-1", result.Value());
        Assert.Equal(TokenOrigin.Upstream, result.Origin);
        world.Pass(1);
        await instance.Background.DrainAsync();
        Assert.Equal(3, instance.Store.Tokens.Writes);
        Assert.Equal(result.Token!.Generation, (await instance.Row()).Generation);
        Assert.Equal(1, world.Provider.Calls);
    }

    [Fact]
    public async Task A_result_whose_write_was_lost_before_its_effect_is_written_again()
    {
        var (world, instance) = await World.MakeAsync();
        instance.Store.Tokens.BeforeWrite(3, WatchedTable.Lost);

        Assert.Equal("token-1", (await world.RunAsync(instance.Ask())).Value());
        world.Pass(1);
        await instance.Background.DrainAsync();
        Assert.Equal(4, instance.Store.Tokens.Writes);
        Assert.Equal(1, world.Provider.Calls);
    }

    [Fact]
    public async Task A_failure_whose_write_was_lost_is_counted_once()
    {
        var (world, instance) = await World.MakeAsync();
        world.Provider.Next(ScriptedProvider.Failure());
        instance.Store.Tokens.BeforeWrite(3, WatchedTable.Lost);
        instance.Store.Tokens.AfterWrite(4, WatchedTable.Lost);

        (await world.RunAsync(instance.Ask())).Refused(FailureKind.Transient);
        world.Pass(1);
        await instance.Background.DrainAsync();
        Assert.Equal(1, (await instance.Row()).FailureCount);
    }

    [Fact]
    public async Task A_row_that_was_changed_under_the_holders_lease_is_merged_and_written()
    {
        var (world, instance) = await World.MakeAsync();
        var other = world.Start();
        instance.Store.Tokens.BeforeWrite(3, async () =>
        {
            var row = await other.Row();
            await other.Tokens.TrySaveAsync(row with { Force = row.Force with { At = row.LeaseEnd } }, CancellationToken.None);
        });

        var result = await instance.Ask();

        var written = await instance.Row();
        Assert.Equal("token-1", result.Value());
        Assert.NotNull(written.Force.At);
        Assert.Null(written.LeaseId);
        Assert.Equal(1, world.Provider.Calls);
    }

    [Fact]
    public async Task A_result_that_was_recorded_and_followed_by_another_attempt_is_not_taken_for_lost()
    {
        var (world, instance) = await World.MakeAsync("\"issue\": \"replaces\", \"overlap_sec\": 300");
        var other = world.Start();
        instance.Store.Tokens.AfterWrite(3, async () =>
        {
            var row = await other.Row();
            var next = row with { Attempt = row.Attempt + 1, LeaseId = "next", LeaseEnd = world.Time.GetUtcNow().AddSeconds(20) };
            await other.Tokens.TrySaveAsync(next, CancellationToken.None);
            throw new StoreUnavailableException();
        });

        Assert.Equal("token-1", (await world.RunAsync(instance.Ask())).Value());
        world.Pass(1);
        await instance.Background.DrainAsync();
        Assert.Equal(0, (await instance.Row()).SuspectAttempt);
        Assert.Equal(1, world.Provider.Calls);
    }

    [Fact]
    public async Task A_lease_that_was_taken_although_the_answer_was_lost_is_used()
    {
        var (world, instance) = await World.MakeAsync();
        instance.Store.Tokens.AfterWrite(1, WatchedTable.Lost);
        var began = world.Time.GetUtcNow();

        Assert.Equal("token-1", (await world.RunAsync(instance.Ask())).Value());
        Assert.InRange((await instance.Row()).IssuedAt, began, began.AddSeconds(2));
    }

    [Fact]
    public async Task While_writes_are_not_answered_the_result_is_tried_now_and_then_only()
    {
        var (world, instance) = await World.MakeAsync();
        world.Provider.During = () =>
        {
            instance.Store.Tokens.ReadOnly = true;
            return Task.CompletedTask;
        };

        var asked = instance.Ask();
        for (var step = 0; step < 20; step++) world.Pass(0.25);
        var tried = instance.Store.Tokens.Writes;
        instance.Store.Tokens.ReadOnly = false;

        Assert.Equal("token-1", (await world.RunAsync(asked)).Value());
        await world.RunAsync(instance.Drained());
        Assert.Null((await instance.Row()).LeaseId);
        Assert.InRange(tried, 4, 20);
    }

    [Fact]
    public async Task A_store_that_cannot_be_written_is_told_of_without_a_call()
    {
        var (world, instance) = await World.MakeAsync();
        instance.Store.Tokens.ReadOnly = true;

        (await instance.Ask()).Refused(FailureKind.StoreUnavailable);
        Assert.Equal(0, world.Provider.Calls);
    }

    [Fact]
    public async Task A_read_that_is_lost_before_sending_gives_the_lease_back()
    {
        var (world, instance) = await World.MakeAsync("\"issue\": \"replaces\"");
        await instance.Ask();
        // Reads of a forced renewal: the caller's, the flight's, the guard's.
        instance.Store.Tokens.BeforeRead(3, WatchedTable.Lost);

        (await world.RunAsync(instance.Ask(flush: true))).Refused(FailureKind.StoreUnavailable);

        var row = await instance.Row();
        Assert.Equal((null, null), (row.LeaseId, row.SentAt));
        Assert.Equal("token-1", (await instance.Ask()).Value());
        Assert.Equal(1, world.Provider.Calls);
    }
}
