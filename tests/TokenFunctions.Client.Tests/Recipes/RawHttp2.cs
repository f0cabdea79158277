using System.Net;
using System.Net.Http.Headers;
using TokenFunctions;
using TokenFunctions.Client;
using TokenFunctions.Tokens;

namespace Acme.Shop;

// Where no HttpClient is: gRPC, SignalR's AccessTokenProvider, raw HTTP/2. The token is asked for each time it is
// used; that is a look into memory. Who sees it refused says so with Invalid, and gets a newer one.
public sealed class RawHttp2(ITokenSource tokens, HttpMessageInvoker http)
{
    private static readonly TokenKey Orders = new("orders", "main");

    public async Task<string> GetAsync(Uri address, CancellationToken cancellationToken)
    {
        var token = await TokenAsync(new TokenRequest(Orders), cancellationToken);
        var answer = await SendAsync(address, token, cancellationToken);
        if (answer.StatusCode == HttpStatusCode.Unauthorized)
        {
            answer.Dispose();
            var report = new TokenRequest(Orders) { Invalid = token.Generation };
            answer = await SendAsync(address, await TokenAsync(report, cancellationToken), cancellationToken);
        }

        using (answer) return await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync(cancellationToken);
    }

    private async Task<Token> TokenAsync(TokenRequest request, CancellationToken cancellationToken)
    {
        var result = await tokens.GetAsync(request, cancellationToken);
        return result.Token ?? throw new TokenUnavailableException(request.Key, result.Failure!, retryAfter: null);
    }

    private async Task<HttpResponseMessage> SendAsync(Uri address, Token token, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address)
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.Value.Reveal());
        return await http.SendAsync(request, cancellationToken);
    }
}
