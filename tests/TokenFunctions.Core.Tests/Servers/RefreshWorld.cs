using TokenFunctions.Core.Tests.Flow.Doubles;
using TokenFunctions.Core.Tests.Realms.Doubles;
using TokenFunctions.Realms;
using TokenFunctions.Storage;
using TokenFunctions.Testing;
using TokenFunctions.Testing.Servers;

namespace TokenFunctions.Core.Tests.Servers;

/// <summary>The service over one store in memory, with a user's refresh token at the certified provider. The service's
/// clock starts at the real time and is moved by the test; the provider's runs.</summary>
internal sealed class RefreshWorld(OidcServer server) : IDisposable
{
    private readonly RealmClient client = Engine.Client();

    /// <summary>The store and the clock.</summary>
    public World World => field ??= new World { Time = new ManualTime(TimeProvider.System.GetUtcNow()), Client = client };

    /// <summary>Starts an instance of the service with the realm and a new consent in the store.</summary>
    /// <returns>The instance, and the refresh token that the operator put into the secret.</returns>
    public async Task<(Instance Instance, string First)> SetUpAsync()
    {
        var instance = World.StartOnThreads();
        var realm = new RealmDefinition(World.Key.Realm, "{}") { Preset = "generic-oauth2-refresh-token" };
        Assert.NotNull(await instance.Registrar.SaveRealmAsync(realm, _ => true, CancellationToken.None));
        return (instance, await ConsentAsync(instance));
    }

    /// <summary>The user consents, and an operator puts the new refresh token into the secret.</summary>
    public async Task<string> ConsentAsync(Instance by)
    {
        var first = await server.ConsentAsync(OidcClient.Refresh.Id);
        Assert.NotNull(await by.Registrar.SaveSecretAsync(new SecretDraft(World.Key, Ask.Secret(Fields(first))), CancellationToken.None));
        return first;
    }

    /// <summary>Lets the token that is in the store end.</summary>
    public void EndToken() => World.Time.Advance(server.AccessTokenLife);

    /// <summary>Somebody else uses a refresh token.</summary>
    public Task<UpstreamAnswer> UseAsync(string refreshToken) =>
        Engine.AskByPresetAsync("generic-oauth2-refresh-token", Fields(refreshToken));

    public void Dispose() => client.Dispose();

    private (string, string)[] Fields(string refreshToken) =>
    [
        ("token_url", server.TokenEndpoint.ToString()), ("client_id", OidcClient.Refresh.Id),
        ("client_secret", OidcClient.Refresh.Secret), ("refresh_token", refreshToken),
    ];
}
