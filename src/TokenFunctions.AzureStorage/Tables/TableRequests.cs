using Azure.Core;
using Azure.Core.Pipeline;
using TokenFunctions.Storage;

namespace TokenFunctions.AzureStorage;

/// <summary>Sends requests to one account, and turns whatever goes wrong on the way into
/// <see cref="StoreUnavailableException"/>.</summary>
internal sealed class TableRequests
{
    // The first version that takes tokens of identities (learn.microsoft.com, "Versioning
    // for the Azure Storage services").
    private const string ServiceVersion = "2020-12-06";

    // Made for the first request: the parts of the SDK would make the start slower.
    private readonly Lazy<HttpPipeline> pipeline;
    private readonly TimeSpan totalTimeout;
    private readonly string root;
    private readonly string host;

    public TableRequests(AzureTablesOptions options, StoreClock clock)
    {
        pipeline = new(() => TablePipeline.Build(options, clock));
        totalTimeout = options.TotalTimeout;
        root = options.Address.Endpoint.AbsoluteUri.TrimEnd('/') + "/";
        host = options.Address.Endpoint.Authority;
    }

    /// <summary>The answer, whatever its status, once retries are used up.</summary>
    public async Task<TableAnswer> SendAsync(TableRequest request, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(totalTimeout);
        using var message = Message(request);
        try
        {
            await pipeline.Value.SendAsync(message, limit.Token);
            // The body is in memory, so it outlives the message.
            return new TableAnswer(message.Response, message.ProcessingContext.RetryNumber > 0);
        }
        catch (Exception e) when (TableFailure.IsOfStore(e, cancellationToken))
        {
            throw TableFailure.Unanswered(host, e);
        }
    }

    /// <summary>The exception for an answer that is no outcome of the operation.</summary>
    public StoreUnavailableException Refusal(TableAnswer answer) => TableFailure.Refused(host, answer);

    private HttpMessage Message(TableRequest request)
    {
        var message = pipeline.Value.CreateMessage();
        var http = message.Request;
        http.Method = request.Method;
        http.Uri.Reset(new Uri(root + request.Path));
        // Without the annotations of minimal metadata the types of cells would be lost.
        http.Headers.Add("Accept", "application/json;odata=minimalmetadata");
        http.Headers.Add("x-ms-version", ServiceVersion);
        http.Headers.Add("DataServiceVersion", "3.0");
        http.Headers.Add("MaxDataServiceVersion", "3.0");
        if (request.IfMatch is { } etag) http.Headers.Add("If-Match", etag);
        if (request.Body is not { } body) return message;
        http.Headers.Add("Content-Type", "application/json");
        http.Headers.Add("Prefer", "return-no-content");
        http.Content = RequestContent.Create(body);
        return message;
    }
}
