using TokenFunctions.Core.Tests.Flow.Doubles;
using TokenFunctions.Storage;
using TokenFunctions.Sweeping;

namespace TokenFunctions.Core.Tests.Sweeping;

public sealed class HintTests
{
    [Fact]
    public async Task A_burst_of_equal_tokens_becomes_due_over_minutes_and_shards()
    {
        var (world, instance) = await World.MakeAsync();
        foreach (var key in await world.SaveManyAsync(instance, 1000)) await instance.Ask(key);

        var hints = await world.RowsAsync("due");
        var byMinute = hints.CountBy(hint => hint.Key.Partition.Split('~')[1]).ToList();
        var byShard = hints.CountBy(hint => hint.Key.Partition.Split('~')[0]).ToList();

        // The jitter of a token that lives an hour is six minutes.
        Assert.Equal(1000, hints.Count);
        Assert.InRange(byMinute.Count, 6, 8);
        Assert.All(byMinute, minute => Assert.InRange(minute.Value, 0, 230));
        Assert.Equal(16, byShard.Count);
        Assert.All(byShard, shard => Assert.InRange(shard.Value, 30, 100));
    }

    [Fact]
    public async Task A_hint_that_cannot_be_written_fails_nobody()
    {
        var (world, instance) = await World.MakeAsync();
        instance.Store.Of("due").Down = true;
        instance.Store.Of("used").Down = true;

        Assert.Equal("token-1", (await instance.Ask()).Value());
        Assert.Equal("token-2", (await instance.Ask(flush: true)).Value());
        await world.SaveSecretAsync(instance, "two", keepWarm: true);
        await world.SaveRealmAsync(instance, "");
        Assert.Empty(await world.RowsAsync("due"));
    }

    [Fact]
    public async Task A_use_that_could_not_be_marked_is_marked_with_the_next_answer()
    {
        var (world, instance) = await World.MakeAsync();
        instance.Store.Of("used").Down = true;
        await instance.Ask();
        instance.Store.Of("used").Down = false;
        await instance.Ask();
        var writes = instance.Store.Of("used").Writes;
        await instance.Ask();
        await world.Start().Ask();

        Assert.Single(await world.RowsAsync("used"));
        Assert.Equal(writes, instance.Store.Of("used").Writes);
    }

    [Fact]
    public async Task A_hint_stays_until_its_token_is_renewed()
    {
        var (world, instance) = await World.MakeAsync();
        await instance.Ask();
        world.Pass(3300);
        IReadOnlyList<string> during = [];
        world.Provider.During = async () => during = [.. (await world.RowsAsync("due")).Select(row => row.Key.Partition)];
        await world.SweepAsync(instance);

        Assert.Single(during);
        Assert.NotEqual(during, (await world.RowsAsync("due")).Select(row => row.Key.Partition));
    }

    [Fact]
    public async Task A_sweep_that_dies_before_the_next_hint_is_written_leaves_the_old_one()
    {
        var (world, instance) = await World.MakeAsync();
        await instance.Ask();
        world.Pass(3300);
        instance.Store.Of("due").ReadOnly = true;
        var cutOff = await world.SweepAsync(instance);
        var left = Assert.Single(await world.RowsAsync("due"));

        world.Pass(60);
        var next = await world.SweepAsync(world.Start());

        Assert.Equal(1, cutOff.Failed);
        Assert.True(left.Time("due_at") < world.Time.GetUtcNow());
        Assert.Equal((1, 2), (next.NotDue, world.Provider.Calls));
    }

    [Fact]
    public async Task Stale_hints_do_no_harm()
    {
        var (world, instance) = await World.MakeAsync();
        await instance.Ask();
        foreach (var minutes in new[] { 0, -1, -10, -100_000 })
            await instance.Due.PutAsync(World.Key, world.Time.GetUtcNow().AddMinutes(minutes), CancellationToken.None);
        await instance.Due.PutAsync(new("gone", "key"), world.Time.GetUtcNow(), CancellationToken.None);
        await instance.Due.PutAsync(new("demo", "gone"), world.Time.GetUtcNow(), CancellationToken.None);

        Assert.Equal(new SweepReport { Hints = 6, NotDue = 6 }, await world.SweepAsync(instance));
        Assert.Equal(1, world.Provider.Calls);
        Assert.True(Assert.Single(await world.RowsAsync("due")).Time("due_at") > world.Time.GetUtcNow());
    }

    [Fact]
    public async Task A_hint_is_not_written_anew_for_the_minute_that_it_is_in()
    {
        var (world, instance) = await World.MakeAsync();
        var due = world.Time.GetUtcNow().AddMinutes(30);
        await instance.Due.PutAsync(World.Key, due, CancellationToken.None);
        var writes = instance.Store.Of("due").Writes;

        await instance.Due.PutAsync(World.Key, due.AddSeconds(30), CancellationToken.None);
        Assert.Equal(writes, instance.Store.Of("due").Writes);
        await instance.Due.PutAsync(World.Key, due.AddSeconds(60), CancellationToken.None);
        Assert.Equal(writes + 1, instance.Store.Of("due").Writes);

        // A sweep may have removed it by then.
        world.Pass(30 * 60);
        await instance.Due.PutAsync(World.Key, due.AddSeconds(60), CancellationToken.None);
        Assert.Equal(writes + 2, instance.Store.Of("due").Writes);
    }

    [Fact]
    public async Task A_hint_that_was_written_again_meanwhile_is_not_removed()
    {
        var (world, instance) = await World.MakeAsync();
        var now = world.Time.GetUtcNow();
        await instance.Due.PutAsync(World.Key, now, CancellationToken.None);
        var hints = new List<DueHint>();
        for (var shard = 0; shard < DueStore.Shards; shard++)
            hints.AddRange(await instance.Due.ReadAsync(shard, now, CancellationToken.None).ToListAsync());
        await instance.Due.PutAsync(World.Key, now, CancellationToken.None);

        await instance.Due.RemoveAsync(Assert.Single(hints), CancellationToken.None);

        Assert.Single(await world.RowsAsync("due"));
    }

    [Fact]
    public async Task A_renewal_that_was_begun_for_a_caller_and_never_ended_is_caught_by_the_sweep()
    {
        var (world, frozen) = await World.MakeAsync();
        await frozen.Ask();
        world.Pass(3300);
        var never = world.Provider.HoldNext();
        Assert.Equal("token-1", (await frozen.Ask()).Value());
        Assert.Equal(2, world.Provider.Calls);

        var other = world.Start();
        var atOnce = await world.SweepAsync(other);
        world.Pass(60);
        var later = await world.SweepAsync(other);

        Assert.Equal((1, 0), (atOnce.Held, atOnce.Renewed));
        Assert.Equal(1, later.Renewed);
        Assert.Equal("token-3", (await other.Ask()).Value());
        Assert.False(never.Task.IsCompleted);
    }

    [Fact]
    public async Task A_due_token_whose_hint_was_dropped_is_hinted_at_again_by_its_next_caller()
    {
        var (world, instance) = await World.MakeAsync();
        await instance.Ask();
        world.Pass(3300);
        await world.SweepAsync(instance);
        world.Pass(3300);
        Assert.Equal(1, (await world.SweepAsync(instance)).Unwanted);
        Assert.Empty(await world.RowsAsync("due"));

        var frozen = world.Start();
        world.Provider.HoldNext();
        Assert.Equal("token-2", (await frozen.Ask()).Value());
        world.Pass(60);

        Assert.Equal(1, (await world.SweepAsync(instance)).Renewed);
    }
}
