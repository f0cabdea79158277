namespace TokenFunctions.Storage.Tables;

/// <summary>Rows with optimistic concurrency: the one interface under all stores. Implementations pass one shared
/// contract test.</summary>
/// <remarks>Every member throws <see cref="StoreUnavailableException"/> when the store does not answer; a write that
/// took effect although its answer was lost is recognised where the store can be asked again. All stores refuse what
/// <see cref="RowLimits"/> refuses, with <see cref="ArgumentException"/> or <see cref="RowTooLargeException"/>, and
/// then ask and change nothing. Rows that are read are snapshots.</remarks>
public interface ITable
{
    /// <summary>Reads one row; null = there is none.</summary>
    Task<Row?> GetAsync(RowKey key, CancellationToken cancellationToken);

    /// <summary>Writes a row that must not exist: <see cref="WriteOutcome.Written"/> or
    /// <see cref="WriteOutcome.Exists"/>.</summary>
    Task<WriteResult> InsertAsync(Row row, CancellationToken cancellationToken);

    /// <summary>Replaces all cells of the row if its version is still <paramref name="etag"/>:
    /// <see cref="WriteOutcome.Written"/>, <see cref="WriteOutcome.Changed"/> or
    /// <see cref="WriteOutcome.Missing"/>.</summary>
    Task<WriteResult> ReplaceAsync(Row row, string etag, CancellationToken cancellationToken);

    /// <summary>Writes the row whether it exists or not; gives its new version.</summary>
    Task<string> UpsertAsync(Row row, CancellationToken cancellationToken);

    /// <summary>Removes the row if its version is still <paramref name="etag"/>: <see cref="WriteOutcome.Written"/>,
    /// <see cref="WriteOutcome.Changed"/> or <see cref="WriteOutcome.Missing"/>.</summary>
    Task<WriteOutcome> DeleteAsync(RowKey key, string etag, CancellationToken cancellationToken);

    /// <summary>Reads a page of rows in the order of their addresses.</summary>
    /// <param name="query">Which rows.</param>
    /// <param name="continuation">The last page's continuation; null = the first page.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    Task<RowPage> QueryAsync(RowQuery query, string? continuation, CancellationToken cancellationToken);
}
