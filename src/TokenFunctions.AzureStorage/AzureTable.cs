using TokenFunctions.Storage.Tables;

namespace TokenFunctions.AzureStorage;

/// <summary>A table in Azure Table Storage. A table that does not exist is empty; the first write makes it, which only
/// happens with emulators, because elsewhere the infrastructure makes the tables.</summary>
public sealed class AzureTable : ITable
{
    private const int Ok = 200;
    private const int NotFound = 404;

    private readonly TableRequests requests;
    private readonly string name;

    internal AzureTable(TableRequests requests, string name) => (this.requests, this.name) = (requests, name);

    /// <inheritdoc/>
    public async Task<Row?> GetAsync(RowKey key, CancellationToken cancellationToken) =>
        (await FindAsync(key, cancellationToken))?.Row;

    /// <inheritdoc/>
    public async Task<WriteResult> InsertAsync(Row row, CancellationToken cancellationToken)
    {
        RowLimits.Check(row);
        var entity = Entity.From(row);
        var answer = await WriteAsync(TableRequest.Insert(name, entity.Body), cancellationToken);
        return await SettleAsync(TableOutcome.OfInsert(answer), entity, answer, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<WriteResult> ReplaceAsync(Row row, string etag, CancellationToken cancellationToken)
    {
        RowLimits.Check(row);
        var entity = Entity.From(row);
        var request = TableRequest.Replace(name, row.Key, entity.Body, etag);
        var answer = await requests.SendAsync(request, cancellationToken);
        return await SettleAsync(TableOutcome.OfReplace(answer), entity, answer, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<string> UpsertAsync(Row row, CancellationToken cancellationToken)
    {
        RowLimits.Check(row);
        var entity = Entity.From(row);
        var answer = await WriteAsync(TableRequest.Replace(name, row.Key, entity.Body, null), cancellationToken);
        return TableOutcome.OfReplace(answer) == WriteOutcome.Written ? answer.ETag! : throw requests.Refusal(answer);
    }

    /// <inheritdoc/>
    public async Task<WriteOutcome> DeleteAsync(RowKey key, string etag, CancellationToken cancellationToken)
    {
        RowLimits.Check(key);
        var answer = await requests.SendAsync(TableRequest.Delete(name, key, etag), cancellationToken);
        return TableOutcome.OfDelete(answer) ?? throw requests.Refusal(answer);
    }

    /// <inheritdoc/>
    public async Task<RowPage> QueryAsync(RowQuery query, string? continuation, CancellationToken cancellationToken)
    {
        RowLimits.Check(query);
        var answer = await requests.SendAsync(TableRequest.Query(name, query, continuation), cancellationToken);
        return answer.Status switch
        {
            Ok => EntityReading.Page(answer),
            NotFound => new RowPage([], null),
            _ => throw requests.Refusal(answer),
        };
    }

    private async Task<Entity?> FindAsync(RowKey key, CancellationToken cancellationToken)
    {
        RowLimits.Check(key);
        var answer = await requests.SendAsync(TableRequest.Get(name, key), cancellationToken);
        return answer.Status switch
        {
            Ok => EntityReading.One(answer),
            NotFound => null,
            _ => throw requests.Refusal(answer),
        };
    }

    // A write that was sent more than once may be refused because its own first try took effect.
    private async Task<WriteResult> SettleAsync(
        WriteOutcome? outcome, Entity entity, TableAnswer answer, CancellationToken cancellationToken)
    {
        if (outcome is not { } known) throw requests.Refusal(answer);
        if (known == WriteOutcome.Written) return new WriteResult(known, answer.ETag);
        var found = answer.WasRetried ? await FindAsync(entity.Row.Key, cancellationToken) : null;
        return found is not null && found.WriteId == entity.WriteId
            ? new WriteResult(WriteOutcome.Written, found.Row.ETag)
            : new WriteResult(known, null);
    }

    private async Task<TableAnswer> WriteAsync(TableRequest request, CancellationToken cancellationToken)
    {
        var answer = await requests.SendAsync(request, cancellationToken);
        if (!TableOutcome.NeedsTable(answer)) return answer;
        var made = await requests.SendAsync(TableRequest.Create(name), cancellationToken);
        return TableOutcome.HasTable(made)
            ? await requests.SendAsync(request, cancellationToken)
            : throw requests.Refusal(made);
    }
}
