using System.Net;

namespace TokenFunctions.Client.Connecting;

/// <summary>Offers HTTP/2 with each request; a service that has only HTTP/1.1 is asked by that.</summary>
internal sealed class NewestVersion(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    /// <inheritdoc/>
    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Version = HttpVersion.Version20;
        request.VersionPolicy = HttpVersionPolicy.RequestVersionOrLower;
        return base.SendAsync(request, cancellationToken);
    }
}
