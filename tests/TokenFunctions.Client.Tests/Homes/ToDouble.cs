namespace TokenFunctions.Client.Tests.Homes;

/// <summary>Stands where the network would be: every request goes to a double on this machine, and what was asked for
/// is noted.</summary>
internal sealed class ToDouble(Uri address, Counts asked) : DelegatingHandler(new SocketsHttpHandler())
{
    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        asked.Add($"{request.Method} {request.RequestUri} {request.Headers.Authorization}".TrimEnd());
        request.RequestUri = new Uri(address, request.RequestUri!.PathAndQuery);
        return base.SendAsync(request, cancellationToken);
    }
}
