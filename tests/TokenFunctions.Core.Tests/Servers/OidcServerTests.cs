using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using TokenFunctions.Testing;
using TokenFunctions.Testing.Servers;

namespace TokenFunctions.Core.Tests.Servers;

/// <summary>The certified provider that later tests get real tokens from.</summary>
[Collection(OneOidcServer.Name)]
[Against("OidcProvider")]
public sealed class OidcServerTests(OidcServer server)
{
    private static readonly HttpClient Http = new();

    [NodeFact]
    public async Task Both_clients_get_tokens_and_the_calls_are_counted()
    {
        var before = await server.TokenCallsAsync();
        using var basic = await AskAsync("broker", OidcServer.ClientSecret, inBody: false);
        using var post = await AskAsync("broker-post", OidcServer.ClientSecret, inBody: true);
        using var wrong = await AskAsync("broker", "wrong", inBody: false);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.Unauthorized), (basic.StatusCode, post.StatusCode, wrong.StatusCode));
        using var answer = JsonDocument.Parse(await basic.Content.ReadAsStringAsync());
        Assert.Equal(server.AccessTokenLife.TotalSeconds, answer.RootElement.GetProperty("expires_in").GetDouble());
        Assert.Equal(before + 3, await server.TokenCallsAsync());
    }

    private async Task<HttpResponseMessage> AskAsync(string client, string secret, bool inBody)
    {
        var form = new Dictionary<string, string>(StringComparer.Ordinal) { ["grant_type"] = "client_credentials" };
        if (inBody) (form["client_id"], form["client_secret"]) = (client, secret);
        using var request = new HttpRequestMessage(HttpMethod.Post, server.TokenEndpoint) { Content = new FormUrlEncodedContent(form) };
        if (!inBody)
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{client}:{secret}")));
        return await Http.SendAsync(request);
    }
}
