using TokenFunctions.Processes.App;
using TokenFunctions.Testing;
using TokenFunctions.Testing.Servers;

namespace TokenFunctions.Client.Tests.Service;

/// <summary>The published service as a process over oidc-provider, with the realm <c>oidc</c>.</summary>
internal sealed class RealService : IAsyncDisposable
{
    private readonly TempFolder folder = new();
    private readonly AppSettings settings;
    private bool isDown;

    private RealService(OidcServer oidc, (string, string?)[] more)
    {
        Oidc = oidc;
        AdminKey = Evidence.Plant("admin-key");
        settings = (new AppSettings(folder.Path) { AdminKey = AdminKey, Port = FreePort.Next() }).With(more);
    }

    public OidcServer Oidc { get; }

    public AppProcess App { get; private set; } = null!;

    public string AdminKey { get; }

    /// <summary>Starts both.</summary>
    /// <param name="life">How long tokens live.</param>
    /// <param name="policy">Members of the realm's policy, as JSON.</param>
    /// <param name="more">Further settings of the service.</param>
    public static async Task<RealService> StartAsync(TimeSpan life, string policy = "", params (string, string?)[] more)
    {
        var service = new RealService(new OidcServer { AccessTokenLife = life }, more);
        await service.Oidc.InitializeAsync();
        await service.StartAsync();
        var config = RealmConfigs.OidcBasic(service.Oidc.TokenEndpoint).TrimEnd()[..^1];
        await service.App.Api.SetUpAsync("oidc", $"{config},\"policy\":{{{policy}}} }}", "app", Secret(OidcServer.ClientSecret));
        return service;
    }

    /// <summary>Stores a further secret of the realm.</summary>
    public async Task AddAsync(string key, string secret = OidcServer.ClientSecret)
    {
        var answer = await App.Api.PostAsync("/api/secret", $$"""{"realm":"oidc","key":"{{key}}",{{Secret(secret)}}}""");
        Assert.True((int)answer.Status < 300, answer.ToString());
    }

    /// <summary>Starts the service, after <see cref="EndAsync"/> on the same port and store.</summary>
    public async Task StartAsync()
    {
        (App, isDown) = (await AppProcess.StartAsync(settings), false);
        App.Api.AdminKey = AdminKey;
    }

    /// <summary>Ends the service at once: an outage.</summary>
    public async Task EndAsync()
    {
        isDown = true;
        await App.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!isDown) await App.DisposeAsync();
        await Oidc.DisposeAsync();
        folder.Dispose();
    }

    private static string Secret(string secret) => $$""" "key_1":"broker","key_2":"{{secret}}" """;
}
