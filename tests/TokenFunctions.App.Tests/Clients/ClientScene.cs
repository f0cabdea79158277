using TokenFunctions.Processes.Providers;

namespace TokenFunctions.App.Tests.Clients;

/// <summary>A client's program between the service and a protected API.</summary>
internal sealed class ClientScene : IAsyncDisposable
{
    private readonly string realm;
    private readonly ClientService service;

    private ClientScene(ClientService service, string realm, GatedProvider provider, ServiceRelay relay, GuardedApi api, GuardedApi stranger) =>
        (this.service, this.realm, Provider, Relay, Api, Stranger) = (service, realm, provider, relay, api, stranger);

    public GatedProvider Provider { get; }

    public ServiceRelay Relay { get; }

    public GuardedApi Api { get; }

    /// <summary>A server that the token is not for.</summary>
    public GuardedApi Stranger { get; }

    public ClientProgram Program { get; private set; } = null!;

    /// <param name="service">The service.</param>
    /// <param name="client">Which client.</param>
    /// <param name="issue">The provider's way; where it replaces, half the overlap is for how long a token may be kept.</param>
    /// <param name="overlapSeconds">How long two tokens live side by side.</param>
    /// <param name="dead">How many tokens are dead for the API.</param>
    /// <param name="problem">What the service seems to answer; null = it answers itself.</param>
    /// <param name="key">The secret's key, where it is not the one that is there.</param>
    /// <param name="isProxied">Whether the API has a name that its proxy alone knows; the API's double is both.</param>
    public static async Task<ClientScene> OpenAsync(
        ClientService service, string client, string issue = "independent", int overlapSeconds = 2, int dead = 0, string? problem = null,
        string key = "main", bool isProxied = false)
    {
        var provider = await GatedProvider.StartAsync();
        var id = await service.NewRealmAsync(provider.Address, issue, overlapSeconds);
        var relay = new ServiceRelay(service.Address, service.ApiKey) { Problem = problem };
        await relay.StartAsync();
        var scene = new ClientScene(service, id, provider, relay, await GuardedApi.StartAsync(), await GuardedApi.StartAsync());
        scene.Api.Dead = dead;
        scene.Program = await scene.StartAsync(client, key, isProxied);
        return scene;
    }

    public async ValueTask DisposeAsync()
    {
        await Program.DisposeAsync();
        await Stranger.DisposeAsync();
        await Api.DisposeAsync();
        await Relay.DisposeAsync();
        await Provider.DisposeAsync();
    }

    private async Task<ClientProgram> StartAsync(string client, string key, bool isProxied)
    {
        var start = await ClientCommands.OfAsync(client);
        if (client == "curl") start.ArgumentList.Add("/orders");
        var environment = new Dictionary<string, string>
        {
            ["SERVICE"] = Relay.Address,
            ["API_KEY"] = service.ApiKey,
            ["REALM"] = realm,
            ["KEY"] = key,
            ["API"] = isProxied ? "http://orders.example" : Api.Address,
        };
        if (isProxied) (environment["http_proxy"], environment["no_proxy"]) = (Api.Address, new Uri(Relay.Address).Authority);
        return ClientProgram.Start(start, environment);
    }
}
