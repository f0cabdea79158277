using TokenFunctions.Core.Tests.Notices.Doubles;
using TokenFunctions.Diagnostics;
using TokenFunctions.Storage;
using TokenFunctions.Storage.Memory;
using TokenFunctions.Storage.Tables;
using TokenFunctions.Storage.Vault;
using TokenFunctions.Storage.Watching;
using TokenFunctions.Testing;

namespace TokenFunctions.Core.Tests.Storage.Watching;

/// <summary>A store or a vault that goes away is told once, and so is its return.</summary>
public sealed class StoreWatchTests : IDisposable
{
    private readonly ManualTime time = new();
    private readonly LogLines<StoreWatch> log = new();
    private readonly FlakyTables store = new();
    private readonly WatchedTables tables;

    public StoreWatchTests() => tables = new WatchedTables(store, new StoreWatch(time, log));

    public void Dispose() => tables.Dispose();

    [Fact]
    public async Task An_outage_is_told_once_however_many_calls_fail()
    {
        Assert.True(await CallAsync());
        store.IsAway = true;
        for (var n = 0; n < 100; n++) Assert.False(await CallAsync());
        time.Advance(TimeSpan.FromMinutes(10));
        Assert.False(await CallAsync());
        store.IsAway = false;
        for (var n = 0; n < 10; n++) Assert.True(await CallAsync());

        Assert.Equal(
            ["Error The store is away: The double is away. ", "Information The store answers again after 600 s; 101 calls failed "], log.Lines);
    }

    [Fact]
    public async Task A_store_that_comes_and_goes_is_told_at_most_once_a_minute()
    {
        for (var second = 0; second < 90; second++)
        {
            store.IsAway = second % 2 == 0;
            await CallAsync();
            time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(2, log.Lines.Count(line => line.StartsWith("Error", StringComparison.Ordinal)));
        Assert.Equal(2, log.Lines.Count(line => line.StartsWith("Information", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_ping_counts_as_a_call()
    {
        store.IsAway = true;
        await Assert.ThrowsAsync<StoreUnavailableException>(() => tables.PingAsync(CancellationToken.None));

        Assert.Single(log.Lines);
    }

    [Fact]
    public void Each_vault_is_told_of_by_itself()
    {
        var vaults = new LogLines<VaultWatch>();
        var watch = new VaultWatch(time, vaults);
        foreach (var host in new[] { "one.vault", "other.vault", "one.vault" }) watch.Failed(host, new VaultUnavailableException("It refuses."));
        watch.Worked("other.vault");
        watch.Worked("third.vault");

        Assert.Equal(
            [
                "Error The vault one.vault is away: It refuses. ", "Error The vault other.vault is away: It refuses. ",
                "Information The vault other.vault answers again after 0 s; 1 calls failed ",
            ],
            vaults.Lines);
    }

    [Fact]
    public void Many_threads_that_see_the_end_of_an_outage_tell_it_once()
    {
        var availability = new Availability(time);
        availability.Failed();
        var told = 0;
        Parallel.For(0, 1000, _ =>
        {
            if (availability.Worked() is not null) Interlocked.Increment(ref told);
        });

        Assert.Equal(1, told);
    }

    private async Task<bool> CallAsync()
    {
        try
        {
            await tables.Open("realms").GetAsync(new RowKey("a", "b"), CancellationToken.None);
            return true;
        }
        catch (StoreUnavailableException)
        {
            return false;
        }
    }

    // Away before any table is asked, as a store behind a network is.
    private sealed class FlakyTables : ITables
    {
        private readonly MemoryTables tables = new();

        public bool IsAway { get; set; }

        public ITable Open(string name) => new FlakyTable(this, tables.Open(name));

        public Task PingAsync(CancellationToken cancellationToken) => IsAway ? Task.FromException(Fault()) : Task.CompletedTask;

        public static StoreUnavailableException Fault() => new("The double is away.");
    }

    private sealed class FlakyTable(FlakyTables owner, ITable table) : ITable
    {
        public Task<Row?> GetAsync(RowKey key, CancellationToken cancellationToken) => On(table.GetAsync(key, cancellationToken));

        public Task<WriteResult> InsertAsync(Row row, CancellationToken cancellationToken) => On(table.InsertAsync(row, cancellationToken));

        public Task<WriteResult> ReplaceAsync(Row row, string etag, CancellationToken cancellationToken) => On(table.ReplaceAsync(row, etag, cancellationToken));

        public Task<string> UpsertAsync(Row row, CancellationToken cancellationToken) => On(table.UpsertAsync(row, cancellationToken));

        public Task<WriteOutcome> DeleteAsync(RowKey key, string etag, CancellationToken cancellationToken) => On(table.DeleteAsync(key, etag, cancellationToken));

        public Task<RowPage> QueryAsync(RowQuery query, string? continuation, CancellationToken cancellationToken) =>
            On(table.QueryAsync(query, continuation, cancellationToken));

        private Task<T> On<T>(Task<T> call) => owner.IsAway ? Task.FromException<T>(FlakyTables.Fault()) : call;
    }
}
