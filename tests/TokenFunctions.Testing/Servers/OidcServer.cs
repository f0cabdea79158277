using System.Globalization;
using System.Text.Json;
using Xunit;

namespace TokenFunctions.Testing.Servers;

/// <summary>A certified OpenID provider, oidc-provider, with two clients for the client credentials grant:
/// <c>broker</c> (client_secret_basic) and <c>broker-post</c> (client_secret_post).</summary>
/// <remarks>Where node is missing it stays down, and the tests that need it are skipped.</remarks>
public sealed class OidcServer : IAsyncLifetime
{
    private static readonly HttpClient Http = new();
    private readonly int port = FreePort.Next();
    private NodeProcess? process;

    /// <summary>The secret of both clients.</summary>
    public const string ClientSecret = "broker-secret";

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

    public Task DisposeAsync() => StopAsync();
}
