using TokenFunctions.Core.Tests.Flow.Doubles;
using TokenFunctions.Storage;
using TokenFunctions.Sweeping;
using TokenFunctions.Tokens;

namespace TokenFunctions.Core.Tests.Sweeping;

public sealed class RepairTests
{
    [Fact]
    public async Task A_token_whose_hint_was_lost_gets_it_back_before_it_is_due()
    {
        var (world, instance) = await World.MakeAsync();
        await instance.Ask();
        var lost = Assert.Single(await world.RowsAsync("due"));
        await world.ClearAsync("due");

        Assert.Equal(new SweepReport { Repaired = 1 }, await world.SweepAsync(world.Start()));
        var found = Assert.Single(await world.RowsAsync("due"));
        Assert.Equal((lost.Key, lost.Time("due_at")), (found.Key, found.Time("due_at")));
    }

    [Fact]
    public async Task A_due_token_whose_hint_was_lost_is_renewed()
    {
        var (world, instance) = await World.MakeAsync();
        await instance.Ask();
        world.Pass(3300);
        await world.ClearAsync("due");

        Assert.Equal(new SweepReport { Repaired = 1, Hints = 1, Renewed = 1 }, await world.SweepAsync(instance));
    }

    [Fact]
    public async Task A_secret_that_is_kept_warm_and_has_neither_token_nor_hint_is_found()
    {
        var (world, instance) = await World.MakeAsync();
        await world.SaveSecretAsync(instance, "one", keepWarm: true);
        await world.ClearAsync("due");

        var tooSoon = await world.SweepAsync(instance);
        world.Pass(600);

        Assert.Equal(new SweepReport(), tooSoon);
        Assert.Equal(new SweepReport { Repaired = 1, Hints = 1, Renewed = 1 }, await world.SweepAsync(instance));
    }

    [Fact]
    public async Task A_change_whose_hint_was_lost_is_found()
    {
        var (world, instance) = await World.MakeAsync();
        await instance.Ask();
        instance.Store.Of("due").Down = true;
        await world.SaveSecretAsync(instance, "two");
        instance.Store.Of("due").Down = false;
        world.Pass(180);

        Assert.Equal(new SweepReport { Repaired = 1, Hints = 1, Renewed = 1 }, await world.SweepAsync(world.Start()));
        Assert.Equal("two", world.Provider.Key1);
    }

    [Fact]
    public async Task A_fresh_token_that_a_dead_process_may_have_replaced_is_found()
    {
        var (world, dead) = await World.MakeAsync("\"issue\": \"replaces\"");
        await dead.Ask();
        world.Provider.HoldNext();
        _ = dead.Ask(flush: true);
        Assert.Equal(2, world.Provider.Calls);
        world.Pass(180);

        Assert.Equal(new SweepReport { Repaired = 1, Hints = 1, Renewed = 1 }, await world.SweepAsync(world.Start()));
        Assert.Equal(3, world.Provider.Calls);
    }

    [Fact]
    public async Task A_pass_goes_on_in_slices_whoever_sweeps_next()
    {
        var (world, instance) = await World.MakeAsync();
        world.SweepLimits = new SweepLimits { RepairPage = 5 };
        foreach (var key in await world.SaveManyAsync(instance, 12)) await instance.Ask(key);
        await world.ClearAsync("due");

        var repaired = new List<int>();
        for (var i = 0; i < 4; i++) repaired.Add((await world.SweepAsync(world.Start())).Repaired);
        await world.ClearAsync("due");
        var resting = await world.SweepAsync(world.Start());
        world.Pass(600);
        var next = await world.SweepAsync(world.Start());

        Assert.Equal([5, 5, 2, 0], repaired);
        Assert.Equal((0, 5), (resting.Repaired, next.Repaired));
    }

    [Fact]
    public async Task A_token_that_nobody_wants_loses_its_value_and_much_later_its_row_and_its_generation_never_falls()
    {
        var (world, instance) = await World.MakeAsync();
        await instance.Ask();
        world.Pass(3300);
        await world.SweepAsync(instance);
        var (generation, attempt) = ((await instance.Row()).Generation, (await instance.Row()).Attempt);

        var early = await DaysAsync(world, 29);
        var emptied = await DaysAsync(world, 3);
        var empty = await instance.Row();
        var quiet = await DaysAsync(world, 28);
        Assert.Equal(generation, (await instance.Row()).Generation);
        var removed = await DaysAsync(world, 3);

        Assert.Equal((0, 1, 0, 1), (early, emptied, quiet, removed));
        Assert.Equal((false, null, generation, attempt), (empty.HasValue, empty.ExpiresAt, empty.Generation, empty.Attempt));
        Assert.Empty(await world.RowsAsync("tokens"));
        Assert.Empty(await world.RowsAsync("used"));
        await instance.Ask();
        Assert.True((await instance.Row()).Generation > generation);
    }

    [Fact]
    public async Task A_value_that_was_removed_is_got_again_with_the_next_generation()
    {
        var (world, instance) = await World.MakeAsync();
        await instance.Ask();
        world.Pass(3300);
        await world.SweepAsync(instance);
        var generation = (await instance.Row()).Generation;
        await DaysAsync(world, 32);

        await instance.Ask();

        var row = await instance.Row();
        Assert.Equal((generation + 1, null), (row.Generation, row.EmptySince));
    }

    [Fact]
    public async Task Rows_with_state_or_an_unsettled_sending_stay_for_ever()
    {
        var (world, instance) = await World.MakeAsync();
        var old = world.Time.GetUtcNow();
        await SaveAsync(instance, "state", row => row with { SealedState = [1], SealedValue = [1], IssuedAt = old, ExpiresAt = old });
        await SaveAsync(instance, "bare-state", row => row with { SealedState = [1] });
        await SaveAsync(instance, "sent", row => row with { LeaseId = "l", LeaseEnd = old, SentAt = old });
        var before = await world.RowsAsync("tokens");

        Assert.Equal(0, await DaysAsync(world, 200));
        Assert.Equal(before.Select(row => row.ETag), (await world.RowsAsync("tokens")).Select(row => row.ETag));
    }

    [Fact]
    public async Task A_secret_that_is_kept_warm_keeps_its_row_however_long_it_fails()
    {
        var (world, instance) = await World.MakeAsync();
        await world.SaveSecretAsync(instance, "one", keepWarm: true);
        world.Pass(60);
        await world.SweepAsync(instance);
        world.Provider.Always = _ => throw new InvalidOperationException();

        Assert.Equal(0, await DaysAsync(world, 70));
        Assert.True((await instance.Row()).HasValue);
    }

    [Fact]
    public async Task Others_are_called_with_what_the_pass_comes_by()
    {
        var (world, _) = await World.MakeAsync();
        var called = new List<string>();
        world.SweepHooks = new SweepHooks
        {
            SecretExpires = (secret, _) => Note($"{secret.Key} expires"),
            NoticeOwed = (key, _) => Note($"{key} owes"),
            PassBegins = (now, _) => Note($"begins {now:HH:mm}"),
        };
        var instance = world.Start();
        await instance.Registrar.SaveSecretAsync(
            new SecretDraft(new("demo", "ending"), SecretFields.None) { ExpiresAt = world.Time.GetUtcNow() }, CancellationToken.None);
        await SaveAsync(instance, "owing", row => row with { Notice = new() { Owed = NoticeKind.CredentialFailed } });
        await SaveAsync(instance, "quiet", row => row);

        await world.SweepAsync(instance);
        await world.SweepAsync(instance);

        Assert.Equal(["begins 12:00", "demo/owing owes", "demo/ending expires"], called);

        Task Note(string what)
        {
            called.Add(what);
            return Task.CompletedTask;
        }
    }

    // Sweeps once a day, and counts what was removed.
    private static async Task<int> DaysAsync(World world, int days)
    {
        var removed = 0;
        for (var day = 0; day < days; day++)
        {
            world.Pass(86_400);
            removed += (await world.SweepAsync(world.Start())).Removed;
        }

        return removed;
    }

    private static async Task SaveAsync(Instance instance, string key, Func<TokenState, TokenState> change) =>
        Assert.NotNull(await instance.Tokens.TrySaveAsync(change(new TokenState(new("demo", key))), CancellationToken.None));
}
