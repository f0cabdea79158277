using TokenFunctions.Http.Access;
using TokenFunctions.Http.Callers;
using TokenFunctions.Storage;
using TokenFunctions.Storage.Formats;
using TokenFunctions.Storage.Memory;
using TokenFunctions.Storage.Tables;
using TokenFunctions.Testing;

namespace TokenFunctions.Http.Tests.Callers;

/// <summary>Rows of callers as this release, the next one and the one after that have written them.</summary>
public sealed class CallerFormatTests
{
    private const string App = "11111111-2222-3333-4444-555555555555";
    private static readonly RowKey CallerAt = new("caller", "billing");
    private static readonly RowKey NameAt = new("entra", $"app:{App}");
    private static readonly RowKey UseAt = new("use", "billing:key");
    private readonly MemoryTables tables = new();
    private readonly ManualTime time = new(Samples.Noon);
    private readonly CallerStore store;
    private readonly KeyUseStore uses;

    public CallerFormatTests() => (store, uses) = (new CallerStore(tables, new StoreClock(time)), new KeyUseStore(tables));

    private static CancellationToken None => CancellationToken.None;

    private ITable Table => tables.Open(CallerStore.TableName);

    [Fact]
    public async Task What_the_next_release_added_survives_when_this_one_writes_the_rows_anew()
    {
        await WriteAsync("first");
        foreach (var key in new[] { CallerAt, NameAt, UseAt }) await ChangeAsync(key, RowFormat.Own + 1);

        time.Advance(TimeSpan.FromHours(1));
        await WriteAsync("second");
        await store.ChangeKeysAsync("billing", _ => [], None);

        foreach (var key in new[] { CallerAt, NameAt, UseAt })
        {
            var row = (await Table.GetAsync(key, None))!;
            Assert.Equal(("kept", RowFormat.Own + 1, RowFormat.Own), (row.Text("next"), row.Number("v"), row.Number("written_as")));
        }

        Assert.Equal("second", (await store.FindAsync("billing", None))!.Comment);
        Assert.Equal(time.GetUtcNow(), (await Table.GetAsync(UseAt, None))!.Time("used_at"));
    }

    [Fact]
    public async Task Rows_of_the_format_after_the_next_are_refused_and_left_alone()
    {
        await WriteAsync("first");
        foreach (var key in new[] { CallerAt, NameAt, UseAt })
        {
            var before = await ChangeAsync(key, RowFormat.Own + 2);
            await Assert.ThrowsAsync<RowFormatException>(() => WriteAsync("second"));
            Assert.Equal(before, (await Table.GetAsync(key, None))!.ETag);
            await ChangeAsync(key, RowFormat.Own);
        }

        await ChangeAsync(CallerAt, RowFormat.Own + 2);
        await Assert.ThrowsAsync<RowFormatException>(() => store.FindAsync("billing", None));
        await Assert.ThrowsAsync<RowFormatException>(() => store.ListAsync(None));
        await ChangeAsync(UseAt, RowFormat.Own + 2);
        await Assert.ThrowsAsync<RowFormatException>(() => uses.ReadAsync(null, None));
        await ChangeAsync(NameAt, RowFormat.Own + 2);
        await Assert.ThrowsAsync<RowFormatException>(() => store.FindByAppAsync(App, None));
    }

    private async Task WriteAsync(string comment)
    {
        var caller = new Caller("billing")
        {
            Comment = comment,
            EntraAppId = App,
            Allow = [new CallerRule(NamePattern.All, NamePattern.All, [Verb.Read])],
        };
        Assert.NotNull((await store.SaveAsync(caller, _ => true, None)).Saved);
        await uses.MarkAsync("billing", "key", time.GetUtcNow(), None);
    }

    private async Task<string> ChangeAsync(RowKey key, long format)
    {
        var row = (await Table.GetAsync(key, None))!.WithETag(null).Set("v", format).Set("next", "kept");
        return await Table.UpsertAsync(row, None);
    }
}
