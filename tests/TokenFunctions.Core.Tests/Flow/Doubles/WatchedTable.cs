using TokenFunctions.Storage;
using TokenFunctions.Storage.Tables;

namespace TokenFunctions.Core.Tests.Flow.Doubles;

/// <summary>A table that counts, and that runs an action before or after the n-th read or write from now on. An action that
/// throws <see cref="StoreUnavailableException"/> is a request that was lost (before) or an answer that was lost (after).</summary>
internal sealed class WatchedTable(ITable inner) : ITable
{
    private readonly List<(int At, bool Write, bool After, Func<Task> Action)> actions = [];
    private readonly Lock gate = new();

    public int Reads { get; private set; }

    public int Writes { get; private set; }

    /// <summary>Whether nothing answers.</summary>
    public bool Down { get; set; }

    /// <summary>Whether writes are not answered, while reads are.</summary>
    public bool ReadOnly { get; set; }

    public void BeforeWrite(int n, Func<Task> action) => Add(Writes + n, true, false, action);

    public void AfterWrite(int n, Func<Task> action) => Add(Writes + n, true, true, action);

    public void BeforeRead(int n, Func<Task> action) => Add(Reads + n, false, false, action);

    public void AfterRead(int n, Func<Task> action) => Add(Reads + n, false, true, action);

    public static Task Lost() => throw new StoreUnavailableException();

    public Task<Row?> GetAsync(RowKey key, CancellationToken cancellationToken) =>
        WatchAsync(false, () => inner.GetAsync(key, cancellationToken));

    public Task<WriteResult> InsertAsync(Row row, CancellationToken cancellationToken) =>
        WatchAsync(true, () => inner.InsertAsync(row, cancellationToken));

    public Task<WriteResult> ReplaceAsync(Row row, string etag, CancellationToken cancellationToken) =>
        WatchAsync(true, () => inner.ReplaceAsync(row, etag, cancellationToken));

    public Task<string> UpsertAsync(Row row, CancellationToken cancellationToken) =>
        WatchAsync(true, () => inner.UpsertAsync(row, cancellationToken));

    public Task<WriteOutcome> DeleteAsync(RowKey key, string etag, CancellationToken cancellationToken) =>
        WatchAsync(true, () => inner.DeleteAsync(key, etag, cancellationToken));

    public Task<RowPage> QueryAsync(RowQuery query, string? continuation, CancellationToken cancellationToken) =>
        WatchAsync(false, () => inner.QueryAsync(query, continuation, cancellationToken));

    private void Add(int at, bool write, bool after, Func<Task> action)
    {
        lock (gate) actions.Add((at, write, after, action));
    }

    private async Task<T> WatchAsync<T>(bool write, Func<Task<T>> call)
    {
        int n;
        lock (gate) n = write ? ++Writes : ++Reads;
        if (Down || (ReadOnly && write)) await Lost();
        await RunAsync(n, write, false);
        var result = await call();
        await RunAsync(n, write, true);
        return result;
    }

    private async Task RunAsync(int n, bool write, bool after)
    {
        List<Func<Task>> due;
        lock (gate)
        {
            due = [.. actions.Where(a => a.At == n && a.Write == write && a.After == after).Select(a => a.Action)];
            actions.RemoveAll(a => a.At == n && a.Write == write && a.After == after);
        }

        foreach (var action in due) await action();
    }
}
