using System.Globalization;
using TokenFunctions.Storage.Tables;
using Xunit;

namespace TokenFunctions.Testing;

public abstract partial class TableContract
{
    [ContractFact]
    public async Task Long_texts_survive_and_can_become_short()
    {
        var table = await TableAsync();
        foreach (var length in new[] { 32_000, 32_001, 32_767, 32_768, 32_769, 40_000, 200_000, 3 })
        {
            var text = LongText(length);
            var etag = await table.UpsertAsync(New(text), None);
            var row = await table.GetAsync(Key, None);
            Assert.Equal(text, row!.Text("t"));
            Assert.Single(row.Cells);
            Assert.True((await table.ReplaceAsync(New("x"), etag, None)).Written);
            Assert.Equal("x", (await table.GetAsync(Key, None))!.Text("t"));
        }
    }

    [ContractFact]
    public async Task Long_texts_keep_their_surrogate_pairs()
    {
        foreach (var lead in new[] { "", "a" })
        {
            var text = lead + string.Concat(Enumerable.Repeat("🔑", 40_000));
            Assert.Equal(text, (await RoundTripAsync(New(text))).Text("t"));
        }
    }

    [ContractFact]
    public async Task Long_bytes_survive_and_can_become_short()
    {
        var table = await TableAsync();
        foreach (var length in new[] { 64_000, 65_536, 65_537, 300 * 1024 })
        {
            byte[] bytes = [.. Enumerable.Range(0, length).Select(i => (byte)(i * 7))];
            var etag = await table.UpsertAsync(new Row(Key).Set("b", bytes), None);
            Assert.Equal(bytes, (await table.GetAsync(Key, None))!.Bytes("b"));
            await table.ReplaceAsync(new Row(Key).Set("b", [1]), etag, None);
            Assert.Equal([1], (await table.GetAsync(Key, None))!.Bytes("b"));
        }
    }

    [ContractFact]
    public async Task A_row_at_the_limit_passes_and_one_above_it_is_refused()
    {
        var table = await TableAsync();
        const int Overhead = 8 + 2 + 4;
        var fits = new Row(Key).Set("b", new byte[RowLimits.MaxBytes - Overhead]);
        var etag = (await table.InsertAsync(fits, None)).ETag!;
        var large = new Row(Key).Set("b", new byte[RowLimits.MaxBytes - Overhead + 1]);
        await Assert.ThrowsAsync<RowTooLargeException>(() => table.ReplaceAsync(large, etag, None));
        await Assert.ThrowsAsync<RowTooLargeException>(() => table.UpsertAsync(large, None));
        var row = await table.GetAsync(Key, None);
        Assert.Equal(etag, row!.ETag);
        Assert.Equal(RowLimits.MaxBytes - Overhead, row.Bytes("b")!.Length);
        var other = new Row(Key with { Id = "other" }).Set("t", new string('x', RowLimits.MaxBytes / 2));
        await Assert.ThrowsAsync<RowTooLargeException>(() => table.InsertAsync(other, None));
        Assert.Null(await table.GetAsync(other.Key, None));
    }

    private static string LongText(int length) =>
        string.Create(length, 0, (chars, _) =>
        {
            for (var i = 0; i < chars.Length; i++) chars[i] = i.ToString("x", CultureInfo.InvariantCulture)[^1];
        });
}
