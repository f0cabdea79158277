namespace TokenFunctions.Http.Tests.OpenApi;

/// <summary>Holds every answer that comes by to the contract.</summary>
internal sealed class ContractHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // Only what lies in memory can be read before it is sent.
        var sent = request.Content is ByteArrayContent content ? await content.ReadAsStringAsync(cancellationToken) : "";
        var response = await base.SendAsync(request, cancellationToken);
        await response.Content.LoadIntoBufferAsync(cancellationToken);
        Contract.Check(new Exchange(
            request.Method.Method, request.RequestUri!.PathAndQuery, (int)response.StatusCode,
            response.Content.Headers.ContentType?.ToString(), await response.Content.ReadAsStringAsync(cancellationToken))
        {
            Request = sent,
            Language = response.Content.Headers.ContentLanguage.SingleOrDefault(),
        });
        return response;
    }
}
