using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using TokenFunctions.Testing.Keys;
using Xunit;

namespace TokenFunctions.Testing.Servers;

/// <summary>A certified OpenID provider, oidc-provider, which rotates refresh tokens. Its clients are those of
/// <see cref="OidcClient"/> and those that tests register with a key.</summary>
/// <remarks>Where node is missing it stays down, and the tests that need it are skipped.</remarks>
public sealed class OidcServer : IAsyncLifetime
{
    private static readonly HttpClient Http = new();
    private readonly int port = FreePort.Next();
    private NodeProcess? process;

    /// <summary>The secret of most clients.</summary>
    public const string ClientSecret = "broker-secret";

    /// <summary>The realm that the provider has when it is called as Keycloak would be, under <see cref="Issuer"/>.</summary>
    public const string KeycloakRealm = "tests";

    /// <summary>The API whose tokens the provider alone can read; without a <c>resource</c> tokens are JWTs for
    /// <see cref="Api"/>.</summary>
    public const string OpaqueApi = "urn:opaque";

    /// <summary>The API for which tokens are unless a <c>resource</c> is asked for.</summary>
    public const string Api = "urn:api";

    /// <summary>The life of access tokens; counts for servers that are started after it was set.</summary>
    public TimeSpan AccessTokenLife { get; set; } = TimeSpan.FromSeconds(120);

    /// <summary>The issuer's address.</summary>
    public Uri Issuer => new($"http://127.0.0.1:{port}");

    /// <summary>The token endpoint.</summary>
    public Uri TokenEndpoint => new(Issuer, "/token");

    public async Task InitializeAsync()
    {
        if (Node.SkipReason is null) await StartAsync();
    }

    /// <summary>Starts the provider; after <see cref="StopAsync"/> on the same port.</summary>
    public async Task StartAsync()
    {
        var life = ((int)AccessTokenLife.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        process ??= await NodeProcess.StartAsync(port, "oidc-server.mjs", port.ToString(CultureInfo.InvariantCulture), life);
    }

    /// <summary>Kills the provider: an outage.</summary>
    public async Task StopAsync()
    {
        if (process is null) return;
        await process.DisposeAsync();
        process = null;
    }

    /// <summary>How often the token endpoint was asked since the start.</summary>
    public async Task<int> TokenCallsAsync()
    {
        using var calls = JsonDocument.Parse(await Http.GetStringAsync(new Uri(Issuer, "/calls")));
        return calls.RootElement.GetProperty("token").GetInt32();
    }

    /// <summary>Registers a client for client credentials by private_key_jwt, through the provider's own endpoint
    /// (RFC 7591).</summary>
    /// <returns>Its <c>client_id</c>.</returns>
    public async Task<string> RegisterAsync(ClientKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var metadata = $$"""
            {"grant_types":["client_credentials"],"redirect_uris":[],"response_types":[],
             "token_endpoint_auth_method":"private_key_jwt","token_endpoint_auth_signing_alg":"{{key.Algorithm}}",
             "jwks":{"keys":[{{key.PublicJwk}}] } }
            """;
        using var body = new StringContent(metadata, new MediaTypeHeaderValue("application/json"));
        return (await PostAsync("/reg", body)).GetProperty("client_id").GetString()!;
    }

    /// <summary>A user's consent without a browser.</summary>
    /// <param name="client">The <c>client_id</c> of a client for refresh tokens.</param>
    /// <returns>The first refresh token.</returns>
    public async Task<string> ConsentAsync(string client) =>
        (await PostAsync($"/consent?client_id={Uri.EscapeDataString(client)}", null)).GetProperty("refresh_token").GetString()!;

    /// <summary>What the provider says of a token that it alone can read (RFC 7662).</summary>
    public async Task<JsonElement> IntrospectAsync(string token)
    {
        using var form = new FormUrlEncodedContent(
            [new("token", token), new("client_id", OidcClient.Post.Id), new("client_secret", OidcClient.Post.Secret)]);
        return await PostAsync("/token/introspection", form);
    }

    public Task DisposeAsync() => StopAsync();

    private async Task<JsonElement> PostAsync(string path, HttpContent? body)
    {
        using var answer = await Http.PostAsync(new Uri(Issuer, path), body);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
