using System.Security.Cryptography.X509Certificates;

namespace TokenFunctions.Core.Tests.Conformance;

/// <summary>A request as it left the client.</summary>
/// <param name="Method">The method.</param>
/// <param name="Url">The address.</param>
/// <param name="Headers">The headers, also those of the body; a name has its values joined.</param>
/// <param name="Body">The body as text; null = none.</param>
internal sealed record SentRequest(
    string Method, Uri Url, IReadOnlyDictionary<string, string> Headers, string? Body)
{
    /// <summary>The client certificate that it was sent under; null = none.</summary>
    public X509Certificate2? Certificate { get; init; }

    public static async Task<SentRequest> OfAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellation);
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var lines = request.Headers.NonValidated.Concat(request.Content is { } content ? content.Headers.NonValidated : default);
        foreach (var (name, values) in lines) headers[name] = values.ToString();
        headers.TryAdd("Host", request.RequestUri!.Authority);
        return new(request.Method.Method, request.RequestUri!, headers, body.Length > 0 ? body : null);
    }
}
