using TokenFunctions.Resealing;
using TokenFunctions.Storage;
using TokenFunctions.Storage.Sealing;
using TokenFunctions.Storage.Tables;

namespace TokenFunctions.Core.Tests.Resealing;

public sealed class ResealerTests
{
    private static readonly SealingKey Old = ResealWorld.Old;
    private static readonly SealingKey Next = ResealWorld.Next;
    private readonly ResealWorld world = new();

    private static CancellationToken None => CancellationToken.None;

    [Fact]
    public async Task Every_value_of_every_kind_is_sealed_again_and_opens_without_the_old_key()
    {
        // Three pages of tokens. Each second one has a state.
        await world.FillAsync(250, Old);
        Assert.Equal(875, (await world.KeysAsync())["old"]);

        await world.Start(Next, Old).BeginAsync(None);

        var pass = await PassAsync();
        Assert.Equal((ResealState.Done, "next", 2, 875, 875, 0, 0), (pass.State, pass.Key, pass.Round, pass.Resealed, pass.Counts.Unchanged, pass.Counts.Broken, pass.Conflicts));
        Assert.Equal([KeyValuePair.Create("next", 875L)], pass.LastRound!.Seen);
        Assert.Equal([("tokens", "done"), ("inputs", "done"), ("vault", "done")], pass.Tables);
        Assert.Equal((250, 250, 250), (pass.Counts.Rows["tokens"], pass.Counts.Rows["inputs"], pass.Counts.Rows["vault"]));
        Assert.Equal(875, (await world.KeysAsync())["next"]);
        Assert.Null(pass.LeaseId);
        await world.AssertOpensAsync(250, Next);
    }

    [Fact]
    public async Task Nothing_but_the_sealed_cells_changes()
    {
        await world.FillAsync(2, Old);
        var before = await RowsAsync();

        await world.Start(Next, Old).BeginAsync(None);

        foreach (var (was, now) in before.Zip(await RowsAsync()))
        {
            Assert.Equal(was.Key, now.Key);
            Assert.Equal(was.Cells.Where(c => c.Value is not byte[]), now.Cells.Where(c => c.Value is not byte[]));
            Assert.Equal(was.Cells.Keys, now.Cells.Keys);
        }
    }

    [Fact]
    public async Task A_second_pass_changes_nothing_and_writes_no_row()
    {
        await world.FillAsync(3, Old);
        await world.Start(Next, Old).BeginAsync(None);
        var writes = world.Tables.Tokens.Writes;

        await world.Start(Next, Old).BeginAsync(None);

        var pass = await PassAsync();
        Assert.Equal((1, 0, 11), (pass.Round, pass.Resealed, pass.Counts.Unchanged));
        Assert.Equal(writes, world.Tables.Tokens.Writes);
    }

    [Fact]
    public async Task A_row_that_is_written_meanwhile_is_read_again_and_what_was_written_stays()
    {
        await world.FillAsync(1, Old);
        var tokens = world.Tokens(Next, Old);
        // Between the reading of the page and the writing of its row.
        world.Tables.Tokens.BeforeWrite(1, async () =>
        {
            var row = await tokens.GetAsync(ResealWorld.KeyOf(0), None);
            await tokens.TrySaveAsync(row with { Attempt = 99 }, None);
        });

        await world.Start(Next, Old).BeginAsync(None);

        var pass = await PassAsync();
        Assert.Equal((ResealState.Done, 1, 4), (pass.State, pass.Conflicts, pass.Resealed));
        Assert.Equal(99, (await tokens.GetAsync(ResealWorld.KeyOf(0), None)).Attempt);
        await world.AssertOpensAsync(1, Next);
    }

    [Fact]
    public async Task What_an_instance_writes_under_the_old_key_behind_the_pass_is_found_by_the_next_round()
    {
        await world.FillAsync(2, Old);
        // When the last table is reached, the first one was passed.
        world.Tables.Of("vault").BeforeRead(1, () => world.Inputs(Old).SaveAsync(ResealWorld.KeyOf(1), "ticket", new("ticket-1"), None));

        await world.Start(Next, Old).BeginAsync(None);

        Assert.Equal(["next"], (await world.KeysAsync()).Keys);
        Assert.Equal((3, 8), ((await PassAsync()).Round, (await PassAsync()).Resealed));
        await world.AssertOpensAsync(2, Next);
    }

    [Fact]
    public async Task A_row_that_goes_meanwhile_is_no_obstacle()
    {
        await world.FillAsync(1, Old);
        var tokens = world.Tokens(Old);
        world.Tables.Tokens.BeforeWrite(1, async () => await tokens.RemoveAsync(await tokens.GetAsync(ResealWorld.KeyOf(0), None), None));

        await world.Start(Next, Old).BeginAsync(None);

        Assert.Equal((ResealState.Done, 0), ((await PassAsync()).State, (await PassAsync()).Conflicts));
    }

    [Fact]
    public async Task Broken_values_are_counted_named_and_left_as_they_are()
    {
        await world.FillAsync(3, Old);
        var gone = new SealingKey("gone", SealingKey.NewBytes());
        await world.Inputs(gone).SaveAsync(ResealWorld.KeyOf(1), "ticket", new("ticket-1"), None);
        await FlipAsync("tokens", row => row.Key.Id == "k0", "value");
        var name = (await world.Secrets(Old).FindAsync(ResealWorld.KeyOf(2), None))!.VaultName;
        await FlipAsync("vault", row => row.Key.Partition == name, "document");
        await FlipAsync("vault", row => row.Key.Partition == "nobody", "document", new Row(new("nobody", "v")).Set("document", new byte[50]));
        var before = await BoxesAsync("k0", "value");

        await world.Start(Next, Old).BeginAsync(None);

        var pass = await PassAsync();
        Assert.Equal((ResealState.Done, 2, 8, 4), (pass.State, pass.Round, pass.Resealed, pass.Counts.Broken));
        Assert.Equal(
            [
                new BrokenValue("tokens", "value", "demo", "k0", BrokenValue.Changed),
                new BrokenValue("inputs", "value", "demo", "k1", BrokenValue.UnknownKey),
                new BrokenValue("vault", "document", null, null, BrokenValue.Changed),
                new BrokenValue("vault", "document", "demo", "k2", BrokenValue.Changed),
            ],
            pass.Counts.BrokenValues.OrderBy(v => v.Table == "tokens" ? 0 : v.Table == "inputs" ? 1 : 2).ThenBy(v => v.Key, StringComparer.Ordinal));
        Assert.Equal(before, await BoxesAsync("k0", "value"));
        Assert.Equal((1, 2), (pass.LastRound!.Seen["gone"], pass.LastRound.Seen["old"]));
    }

    [Fact]
    public async Task A_row_that_would_grow_too_large_is_told_of_and_stays_readable()
    {
        var wide = new SealingKey(new string('x', 64), SealingKey.NewBytes());
        var tokens = world.Tokens(Old);
        var value = new string('v', RowLimits.MaxBytes - 1300);
        var row = new TokenState(ResealWorld.KeyOf(0)) { Generation = 7, IssuedAt = world.Clock.Now };
        row = row with { SealedValue = await tokens.SealAsync(row.Key, 7, new(value), new Dictionary<string, System.Text.Json.JsonElement>(), None) };
        var free = 0;
        while (await FitsAsync(row with { Type = new string('t', free + 8) })) free += 8;
        await tokens.TrySaveAsync(row with { Type = new string('t', free) }, None);

        await world.Start(wide, Old).BeginAsync(None);

        var pass = await PassAsync();
        Assert.Equal((ResealState.Done, BrokenValue.TooLarge), (pass.State, Assert.Single(pass.Counts.BrokenValues).Fault));
        Assert.Equal(value, (await tokens.OpenAsync(await tokens.GetAsync(row.Key, None), None)).Value.Reveal());

        async Task<bool> FitsAsync(TokenState state)
        {
            try
            {
                return await new TokenStore(new TokenFunctions.Storage.Memory.MemoryTables(), ResealWorld.SealerOf(Old)).TrySaveAsync(state, None) is not null;
            }
            catch (RowTooLargeException)
            {
                return false;
            }
        }
    }

    private async Task<ResealPass> PassAsync() => (await new ResealStore(world.Tables).GetAsync(None))!;

    private async Task<List<Row>> RowsAsync()
    {
        var rows = new List<Row>();
        foreach (var name in new[] { "tokens", "inputs", "vault", "secrets" })
            await foreach (var row in world.Tables.Open(name).ReadAllAsync(new RowQuery(), None)) rows.Add(row);
        return rows;
    }

    private async Task<List<string>> BoxesAsync(string id, string cell) =>
        [.. (await RowsAsync()).Where(row => row.Key.Id == id && row.Bytes(cell) is not null).Select(row => Convert.ToHexString(row.Bytes(cell)!))];

    private async Task FlipAsync(string name, Func<Row, bool> which, string cell, Row? first = null)
    {
        var table = world.Tables.Open(name);
        if (first is not null) await table.UpsertAsync(first, None);
        await foreach (var row in table.ReadAllAsync(new RowQuery(), None))
        {
            if (!which(row)) continue;
            var box = row.Bytes(cell)!;
            box[^1] ^= 1;
            await table.UpsertAsync(row.WithETag(null).Set(cell, box), None);
        }
    }
}
