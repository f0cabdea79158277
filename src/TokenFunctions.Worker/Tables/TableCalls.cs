using System.Net;
using Azure;
using TokenFunctions.AzureStorage;
using TokenFunctions.Storage;

namespace TokenFunctions.Worker.Tables;

/// <summary>Calls of the official client to one account, each within the time it has; whatever goes wrong on the way
/// becomes <see cref="StoreUnavailableException"/>, in the words of the other store.</summary>
internal sealed class TableCalls(AzureTablesOptions options)
{
    private readonly string host = options.Address.Endpoint.Authority;

    /// <summary>What a read finds; <paramref name="none"/> where there is nothing, be it the table that is not
    /// there.</summary>
    public async Task<T> ReadAsync<T>(
        Func<CancellationToken, Task<T>> read, T none, CancellationToken cancellationToken)
    {
        try
        {
            return await WithinAsync(read, cancellationToken);
        }
        catch (RequestFailedException e) when (e.GetRawResponse() is { } response)
        {
            return response.Status == (int)HttpStatusCode.NotFound ? none : throw Refusal(new(response, false));
        }
        catch (Exception e) when (e is not StoreUnavailableException && !cancellationToken.IsCancellationRequested)
        {
            // The client has no exception of its own for an answer that it cannot read.
            throw TableFailure.Unreadable(e);
        }
    }

    /// <summary>The answer to a write, whatever its status, once retries are used up.</summary>
    public async Task<TableAnswer> WriteAsync(
        Func<CancellationToken, Task<Response>> write, CancellationToken cancellationToken)
    {
        var retries = new Retries();
        using var listening = retries.Listen();
        try
        {
            return new TableAnswer(await WithinAsync(write, cancellationToken), retries.Any);
        }
        catch (RequestFailedException e) when (e.GetRawResponse() is { } response)
        {
            return new TableAnswer(response, retries.Any);
        }
    }

    /// <summary>The exception for an answer that is no outcome of the operation.</summary>
    public StoreUnavailableException Refusal(TableAnswer answer) => TableFailure.Refused(host, answer);

    private async Task<T> WithinAsync<T>(Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(options.TotalTimeout);
        try
        {
            return await call(limit.Token);
        }
        catch (Exception e) when (IsUnanswered(e) && TableFailure.IsOfStore(e, cancellationToken))
        {
            throw TableFailure.Unanswered(host, e);
        }
    }

    private static bool IsUnanswered(Exception e) =>
        e is not RequestFailedException failure || failure.GetRawResponse() is null;
}
