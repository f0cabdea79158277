using TokenFunctions.Storage.Tables;

namespace TokenFunctions.Core.Tests.Storage.Faults;

/// <summary>Fault: the version is made from the cells, so that writing the same again gives the same version.</summary>
public sealed class ETagIsOfContent(ITable table) : FaultyTable(table)
{
    public override async Task<Row?> GetAsync(RowKey key, CancellationToken cancellationToken) =>
        await Table.GetAsync(key, cancellationToken) is { } row ? row.WithETag(Of(row)) : null;

    public override async Task<WriteResult> InsertAsync(Row row, CancellationToken cancellationToken)
    {
        var result = await Table.InsertAsync(row, cancellationToken);
        return result.Written ? result with { ETag = Of(row) } : result;
    }

    public override async Task<WriteResult> ReplaceAsync(Row row, string etag, CancellationToken cancellationToken)
    {
        var result = await Table.ReplaceAsync(row, await RealAsync(row.Key, etag, cancellationToken), cancellationToken);
        return result.Written ? result with { ETag = Of(row) } : result;
    }

    public override async Task<string> UpsertAsync(Row row, CancellationToken cancellationToken)
    {
        await Table.UpsertAsync(row, cancellationToken);
        return Of(row);
    }

    public override async Task<WriteOutcome> DeleteAsync(RowKey key, string etag, CancellationToken cancellationToken) =>
        await Table.DeleteAsync(key, await RealAsync(key, etag, cancellationToken), cancellationToken);

    private static string Of(Row row) => string.Join(";", row.Cells.Select(c => $"{c.Key}={c.Value}"));

    private async Task<string> RealAsync(RowKey key, string etag, CancellationToken cancellationToken)
    {
        var now = await Table.GetAsync(key, cancellationToken);
        return now is not null && Of(now) == etag ? now.ETag! : etag;
    }
}
