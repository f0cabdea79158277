using System.Diagnostics;
using TokenFunctions.Core.Tests.Flow.Doubles;
using TokenFunctions.Storage;
using TokenFunctions.Storage.Memory;
using TokenFunctions.Storage.Tables;
using TokenFunctions.Telemetry;

namespace TokenFunctions.Core.Tests.Telemetry;

/// <summary>The figures and spans of operations of a store, whatever store it is.</summary>
public sealed class MeteredStoreTests : IDisposable
{
    private static readonly RowKey Key = new("p", "planted-row-name");
    private readonly FlowMetrics metrics = new(TimeProvider.System);
    private readonly WatchedTables inner = new(new MemoryTables());

    public void Dispose() => metrics.Dispose();

    [Fact]
    public async Task Each_operation_is_told_with_its_table_and_how_it_ended()
    {
        using var heard = new Heard(metrics.Meter);
        using var tables = new MeteredTables(inner, metrics);
        var table = tables.Open("tokens");
        await table.GetAsync(Key, CancellationToken.None);
        var etag = (await table.InsertAsync(new Row(Key), CancellationToken.None)).ETag!;
        await table.InsertAsync(new Row(Key), CancellationToken.None);
        await table.ReplaceAsync(new Row(Key), "other", CancellationToken.None);
        await table.DeleteAsync(Key, etag, CancellationToken.None);
        await table.DeleteAsync(Key, etag, CancellationToken.None);
        await table.UpsertAsync(new Row(Key), CancellationToken.None);
        await table.QueryAsync(new RowQuery(), null, CancellationToken.None);
        await tables.PingAsync(CancellationToken.None);

        string[] expected =
        [
            "get,table=tokens,outcome=missing", "insert,table=tokens,outcome=ok", "insert,table=tokens,outcome=conflict",
            "replace,table=tokens,outcome=conflict", "delete,table=tokens,outcome=ok", "delete,table=tokens,outcome=missing",
            "upsert,table=tokens,outcome=ok", "query,table=tokens,outcome=ok", "ping,table=none,outcome=ok",
        ];
        Assert.Equal(expected, heard.Of("store.duration").Select(line => line["store.duration{operation=".Length..line.IndexOf('}', StringComparison.Ordinal)]));
    }

    [Fact]
    public async Task A_store_that_is_away_is_told_and_what_it_threw_goes_on()
    {
        using var heard = new Heard(metrics.Meter);
        using var spans = new SpansHeard();
        using var tables = new MeteredTables(new AwayTables(), metrics);

        await Assert.ThrowsAsync<StoreUnavailableException>(() => tables.PingAsync(CancellationToken.None));

        Assert.Contains("outcome=unavailable", Assert.Single(heard.Of("store.duration")), StringComparison.Ordinal);
        Assert.Equal(
            ["store db.operation.name=ping db.collection.name=none tokenfunctions.outcome=unavailable error.type=unavailable"], spans.Lines);
    }

    [Fact]
    public async Task A_span_names_the_table_and_no_row()
    {
        using var spans = new SpansHeard();
        using var tables = new MeteredTables(inner, metrics);
        await tables.Open("tokens").UpsertAsync(new Row(Key).Set("cell", "planted-cell"), CancellationToken.None);

        Assert.Equal(["store db.operation.name=upsert db.collection.name=tokens tokenfunctions.outcome=ok"], spans.Lines);
    }

    [Fact]
    public async Task Operations_one_after_another_lie_side_by_side()
    {
        using var spans = new SpansHeard();
        using var tables = new MeteredTables(inner, metrics);
        var around = Activity.Current;
        for (var n = 0; n < 2; n++)
        {
            await tables.PingAsync(CancellationToken.None);
            await metrics.Vaults.WatchAsync("get", () => Task.FromResult(n), _ => "ok");
        }

        Assert.Same(around, Activity.Current);
        Assert.Equal(["store", "vault", "store", "vault"], spans.Paths);
    }

    private sealed class AwayTables : ITables
    {
        public ITable Open(string name) => throw new NotSupportedException();

        public Task PingAsync(CancellationToken cancellationToken) => throw new StoreUnavailableException();
    }
}
