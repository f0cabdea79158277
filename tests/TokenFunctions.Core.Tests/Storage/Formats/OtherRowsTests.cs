using TokenFunctions.Resealing;
using TokenFunctions.Storage;
using TokenFunctions.Storage.Formats;
using TokenFunctions.Storage.Sealing;
using TokenFunctions.Storage.Tables;
using TokenFunctions.Tokens;

namespace TokenFunctions.Core.Tests.Storage.Formats;

/// <summary>Rows that are made and removed, and never written anew in their place; and sealing again, which writes parts of
/// rows.</summary>
public sealed class OtherRowsTests
{
    private static readonly TokenKey Key = new("demo", "main");
    private static readonly DateTimeOffset Noon = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);
    private readonly KindWorld world = new();

    private static CancellationToken None => CancellationToken.None;

    [Fact]
    public async Task A_hint_of_the_next_release_is_worked_off_and_one_further_ahead_is_left_to_others()
    {
        var due = new DueStore(world.Tables, world.Clock);
        await due.PutAsync(Key, Noon, None);
        Assert.Equal(RowFormat.Own, (await world.RowOfAsync("due")).Number("v"));
        var shard = (await Enumerable.Range(0, DueStore.Shards).ToAsyncEnumerable()
            .Where(async (n, _) => await HintsAsync(due, n) == 1).ToListAsync(None)).Single();

        await world.ChangeAsync("due", RowFormat.Own + 1, row => row.Set("next", 1L));
        Assert.Equal(1, await HintsAsync(due, shard));
        await world.ChangeAsync("due", RowFormat.Own + 2, _ => { });
        Assert.Equal(0, await HintsAsync(due, shard));
        Assert.Equal(RowFormat.Own + 2, (await world.RowOfAsync("due")).Number("v"));
    }

    [Fact]
    public async Task A_document_of_the_vault_further_ahead_is_not_opened_and_not_tidied_away()
    {
        var version = await world.Vault.WriteAsync("name", "document", None);
        Assert.Equal(RowFormat.Own, (await world.RowOfAsync("vault")).Number("v"));
        await world.ChangeAsync("vault", RowFormat.Own + 1, row => row.Set("next", 1L));
        Assert.Equal("document", await world.Vault.ReadAsync("name", version, None));
        await world.ChangeAsync("vault", RowFormat.Own + 2, _ => { });

        await Assert.ThrowsAsync<RowFormatException>(() => world.Vault.ReadAsync("name", version, None));
        for (var n = 0; n < 8; n++)
        {
            world.Time.Advance(TimeSpan.FromHours(2));
            await world.Vault.WriteAsync("name", "later", None);
        }

        Assert.NotNull(await world.Tables.Open("vault").GetAsync(new RowKey("name", version), None));
    }

    [Fact]
    public async Task The_counts_of_a_limit_that_are_further_ahead_are_not_tidied_away()
    {
        var quota = new QuotaStore(world.Tables);
        await quota.TrySaveAsync(new QuotaRow("demo", "60a") { Calls = "1", EndsAt = Noon }, None);
        await world.ChangeAsync("quota", RowFormat.Own + 2, _ => { });

        Assert.Equal(0, await quota.RemoveEndedAsync(Noon.AddDays(1), None));
        await world.ChangeAsync("quota", RowFormat.Own + 1, _ => { });
        Assert.Equal(1, await quota.RemoveEndedAsync(Noon.AddDays(1), None));
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public async Task Sealing_again_keeps_the_cells_of_the_next_release_and_leaves_rows_further_ahead(int ahead, bool isSealed)
    {
        await world.Inputs.SaveAsync(Key, "ticket", new SecretText("value"), None);
        var before = await world.ChangeAsync("inputs", RowFormat.Own + ahead, row => row.Set("next", "kept"));
        var keys = new SealingKeyRing(new FixedSealingKeys(new SealingKey("new", new byte[32])), [new SealingKey("k", new byte[32])]);

        var counts = await new RowReseal(world.Tables.Open("inputs"), "inputs", new(keys)).RunAsync(before, None);

        var after = await world.RowOfAsync("inputs");
        Assert.Equal((isSealed ? 1 : 0, !isSealed), (counts.Resealed, counts.IsLeft));
        Assert.Equal("kept", after.Text("next"));
        Assert.Equal(isSealed ? RowFormat.Own : null, after.Number("written_as"));
        Assert.Equal(isSealed, !string.Equals(before.ETag, after.ETag, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Sealing_again_leaves_a_row_that_goes_further_ahead_meanwhile()
    {
        await world.Inputs.SaveAsync(Key, "ticket", new SecretText("value"), None);
        var read = await world.RowOfAsync("inputs");
        var ahead = await world.ChangeAsync("inputs", RowFormat.Own + 2, row => row.Set("next", "kept"));
        var keys = new SealingKeyRing(new FixedSealingKeys(new SealingKey("new", new byte[32])), [new SealingKey("k", new byte[32])]);

        var counts = await new RowReseal(world.Tables.Open("inputs"), "inputs", new(keys)).RunAsync(read, None);

        Assert.Equal((0, 1, true), (counts.Resealed, counts.Conflicts, counts.IsLeft));
        Assert.Equal(ahead.ETag, (await world.RowOfAsync("inputs")).ETag);
    }

    private static async Task<int> HintsAsync(DueStore due, int shard) => await due.ReadAsync(shard, Noon, None).CountAsync(None);
}
