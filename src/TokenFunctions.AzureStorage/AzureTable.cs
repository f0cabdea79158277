using TokenFunctions.Storage.Tables;

namespace TokenFunctions.AzureStorage;

/// <summary>A table in Azure Table Storage. A table that does not exist is empty; the first write makes it, which only
/// happens with emulators, because elsewhere the infrastructure makes the tables.</summary>
public sealed class AzureTable : ITable
{
    private const int Ok = 200;
    private const int Created = 201;
    private const int NoContent = 204;
    private const int NotFound = 404;
    private const int Conflict = 409;
    private const int PreconditionFailed = 412;

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
        return answer.Status switch
        {
            Created or NoContent => new WriteResult(WriteOutcome.Written, answer.ETag),
            Conflict when answer.Is("EntityAlreadyExists") =>
                await SettleAsync(WriteOutcome.Exists, entity, answer, cancellationToken),
            _ => throw requests.Refusal(answer),
        };
    }

    /// <inheritdoc/>
    public async Task<WriteResult> ReplaceAsync(Row row, string etag, CancellationToken cancellationToken)
    {
        RowLimits.Check(row);
        var entity = Entity.From(row);
        var request = TableRequest.Replace(name, row.Key, entity.Body, etag);
        var answer = await requests.SendAsync(request, cancellationToken);
        return answer.Status switch
        {
            NoContent => new WriteResult(WriteOutcome.Written, answer.ETag),
            PreconditionFailed => await SettleAsync(WriteOutcome.Changed, entity, answer, cancellationToken),
            NotFound => await SettleAsync(WriteOutcome.Missing, entity, answer, cancellationToken),
            _ => throw requests.Refusal(answer),
        };
    }

    /// <inheritdoc/>
    public async Task<string> UpsertAsync(Row row, CancellationToken cancellationToken)
    {
        RowLimits.Check(row);
        var entity = Entity.From(row);
        var answer = await WriteAsync(TableRequest.Replace(name, row.Key, entity.Body, null), cancellationToken);
        return answer.Status == NoContent ? answer.ETag! : throw requests.Refusal(answer);
    }

    /// <inheritdoc/>
    public async Task<WriteOutcome> DeleteAsync(RowKey key, string etag, CancellationToken cancellationToken)
    {
        RowLimits.Check(key);
        var answer = await requests.SendAsync(TableRequest.Delete(name, key, etag), cancellationToken);
        return answer.Status switch
        {
            NoContent => WriteOutcome.Written,
            // The answer of an earlier try was lost; the row is gone, as was asked.
            NotFound when answer.WasRetried => WriteOutcome.Written,
            NotFound => WriteOutcome.Missing,
            PreconditionFailed => WriteOutcome.Changed,
            _ => throw requests.Refusal(answer),
        };
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
        WriteOutcome refused, Entity entity, TableAnswer answer, CancellationToken cancellationToken)
    {
        if (!answer.WasRetried) return new WriteResult(refused, null);
        var found = await FindAsync(entity.Row.Key, cancellationToken);
        return found is not null && found.WriteId == entity.WriteId
            ? new WriteResult(WriteOutcome.Written, found.Row.ETag)
            : new WriteResult(refused, null);
    }

    private async Task<TableAnswer> WriteAsync(TableRequest request, CancellationToken cancellationToken)
    {
        var answer = await requests.SendAsync(request, cancellationToken);
        if (answer.Status != NotFound || !answer.Is("TableNotFound")) return answer;
        var made = await requests.SendAsync(TableRequest.Create(name), cancellationToken);
        if (made.Status is Created or NoContent || made.Is("TableAlreadyExists"))
            return await requests.SendAsync(request, cancellationToken);
        throw requests.Refusal(made);
    }
}
