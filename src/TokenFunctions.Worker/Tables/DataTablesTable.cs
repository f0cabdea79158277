using Azure;
using Azure.Data.Tables;
using TokenFunctions.AzureStorage;
using TokenFunctions.Storage.Tables;

namespace TokenFunctions.Worker.Tables;

/// <summary>A table in Azure Table Storage, by the official client. A table that does not exist is empty; the first
/// write makes it, which only happens with emulators, because elsewhere the infrastructure makes the tables.</summary>
public sealed class DataTablesTable : ITable
{
    private readonly TableCalls calls;
    private readonly TableClient client;

    internal DataTablesTable(TableCalls calls, TableClient client) => (this.calls, this.client) = (calls, client);

    /// <inheritdoc/>
    public async Task<Row?> GetAsync(RowKey key, CancellationToken cancellationToken) =>
        (await FindAsync(key, cancellationToken))?.Row;

    /// <inheritdoc/>
    public async Task<WriteResult> InsertAsync(Row row, CancellationToken cancellationToken)
    {
        RowLimits.Check(row);
        var entity = TableEntities.From(row);
        var answer = await WriteAsync(token => client.AddEntityAsync(entity, token), cancellationToken);
        return await SettleAsync(TableOutcome.OfInsert(answer), entity, answer, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<WriteResult> ReplaceAsync(Row row, string etag, CancellationToken cancellationToken)
    {
        RowLimits.Check(row);
        var entity = TableEntities.From(row);
        var answer = await calls.WriteAsync(
            token => client.UpdateEntityAsync(entity, new ETag(etag), TableUpdateMode.Replace, token),
            cancellationToken);
        return await SettleAsync(TableOutcome.OfReplace(answer), entity, answer, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<string> UpsertAsync(Row row, CancellationToken cancellationToken)
    {
        RowLimits.Check(row);
        var entity = TableEntities.From(row);
        var answer = await WriteAsync(
            token => client.UpsertEntityAsync(entity, TableUpdateMode.Replace, token), cancellationToken);
        return TableOutcome.OfReplace(answer) == WriteOutcome.Written ? answer.ETag! : throw calls.Refusal(answer);
    }

    /// <inheritdoc/>
    public async Task<WriteOutcome> DeleteAsync(RowKey key, string etag, CancellationToken cancellationToken)
    {
        RowLimits.Check(key);
        var answer = await calls.WriteAsync(
            token => client.DeleteEntityAsync(key.Partition, key.Id, new ETag(etag), token), cancellationToken);
        return TableOutcome.OfDelete(answer) ?? throw calls.Refusal(answer);
    }

    /// <inheritdoc/>
    public Task<RowPage> QueryAsync(RowQuery query, string? continuation, CancellationToken cancellationToken)
    {
        RowLimits.Check(query);
        return calls.ReadAsync(
            async token =>
            {
                var entities = client.QueryAsync<TableEntity>(
                    RowFilter.Of(query), query.PageSize, cancellationToken: token);
                return TableEntities.Read(await entities.AsPages(continuation).FirstAsync(token));
            },
            new RowPage([], null),
            cancellationToken);
    }

    private Task<Entity?> FindAsync(RowKey key, CancellationToken cancellationToken)
    {
        RowLimits.Check(key);
        return calls.ReadAsync(
            async token =>
            {
                var found = await client.GetEntityIfExistsAsync<TableEntity>(
                    key.Partition, key.Id, cancellationToken: token);
                return found.HasValue ? TableEntities.Read(found.Value!) : null;
            },
            null,
            cancellationToken);
    }

    // A write that was sent more than once may be refused because its own first try took effect.
    private async Task<WriteResult> SettleAsync(
        WriteOutcome? outcome, TableEntity entity, TableAnswer answer, CancellationToken cancellationToken)
    {
        if (outcome is not { } known) throw calls.Refusal(answer);
        if (known == WriteOutcome.Written) return new WriteResult(known, answer.ETag);
        var key = new RowKey(entity.PartitionKey, entity.RowKey);
        var found = answer.WasRetried ? await FindAsync(key, cancellationToken) : null;
        return found is not null && found.WriteId == TableEntities.WriteId(entity)
            ? new WriteResult(WriteOutcome.Written, found.Row.ETag)
            : new WriteResult(known, null);
    }

    private async Task<TableAnswer> WriteAsync(
        Func<CancellationToken, Task<Response>> write, CancellationToken cancellationToken)
    {
        var answer = await calls.WriteAsync(write, cancellationToken);
        if (!TableOutcome.NeedsTable(answer)) return answer;
        var made = await calls.WriteAsync(
            async token => (await client.CreateIfNotExistsAsync(token)).GetRawResponse(), cancellationToken);
        return TableOutcome.HasTable(made)
            ? await calls.WriteAsync(write, cancellationToken)
            : throw calls.Refusal(made);
    }
}
