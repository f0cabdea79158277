using TokenFunctions.Storage.Tables;

namespace TokenFunctions.Bench.Measuring;

/// <summary>A table that counts what it is asked.</summary>
internal sealed class CountingTable(ITable inner, Action<string> count) : ITable
{
    /// <inheritdoc/>
    public Task<Row?> GetAsync(RowKey key, CancellationToken cancellationToken)
    {
        count("get");
        return inner.GetAsync(key, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<WriteResult> InsertAsync(Row row, CancellationToken cancellationToken)
    {
        count("insert");
        return inner.InsertAsync(row, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<WriteResult> ReplaceAsync(Row row, string etag, CancellationToken cancellationToken)
    {
        count("replace");
        return inner.ReplaceAsync(row, etag, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<string> UpsertAsync(Row row, CancellationToken cancellationToken)
    {
        count("upsert");
        return inner.UpsertAsync(row, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<WriteOutcome> DeleteAsync(RowKey key, string etag, CancellationToken cancellationToken)
    {
        count("delete");
        return inner.DeleteAsync(key, etag, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<RowPage> QueryAsync(RowQuery query, string? continuation, CancellationToken cancellationToken)
    {
        count("query");
        return inner.QueryAsync(query, continuation, cancellationToken);
    }
}
