using System.Net;
using TokenFunctions.App.Tests.Functions.Host;
using TokenFunctions.App.Tests.Functions.Wire;
using TokenFunctions.Processes.App;
using TokenFunctions.Processes.Providers;
using TokenFunctions.Testing;

namespace TokenFunctions.App.Tests.Functions;

/// <summary>The app under the host's driver, with its store on a file, so that it can be killed and started again.</summary>
internal sealed class HostedApp : IAsyncDisposable
{
    private readonly string admin;

    private HostedApp(FunctionsHostDriver host, string admin) => (Host, this.admin) = (host, admin);

    public FunctionsHostDriver Host { get; }

    public static async Task<HostedApp> StartAsync(TempFolder folder)
    {
        var key = Evidence.Plant("admin");
        return new HostedApp(await FunctionsHostDriver.StartAsync(Settings(folder, key)), key);
    }

    public static AppSettings Settings(TempFolder folder, string adminKey) => new AppSettings(folder.Path) { AdminKey = adminKey }.With(
        ("TokenFunctions__Storage", $"sqlite:{folder.File("functions.db")}"));

    /// <summary>With the host's key and the app's.</summary>
    public Task<HostAnswer> SendAsync(ClientRequest client, HostMode mode = HostMode.Proxying) => Host.SendAsync(Authorized(client), mode);

    public ClientRequest Authorized(ClientRequest client) => client.With("x-functions-key", Host.FunctionKey).With("x-api-key", admin);

    public Task<HostAnswer> TokenAsync(string key, string more = "") =>
        SendAsync(ClientRequest.Get($"/api/token?realm=gated&key={key}{more}"));

    /// <summary>Makes the realm <c>gated</c> at a provider, and secrets for its keys.</summary>
    public async Task SetUpAsync(GatedProvider provider, string issue, params string[] keys)
    {
        var realm = $$"""{"id":"gated","config":{{RealmConfigs.Gated(provider.Address, issue, timeoutMs: 5000)}}}""";
        Assert.Equal(HttpStatusCode.Created, (await SendAsync(ClientRequest.Post("/api/realm", realm))).Status);
        foreach (var key in keys)
        {
            var secret = $$"""{"realm":"gated","key":"{{key}}","key_1":"{{Evidence.Plant("secret")}}"}""";
            Assert.Equal(HttpStatusCode.OK, (await SendAsync(ClientRequest.Post("/api/secret", secret))).Status);
        }
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}
