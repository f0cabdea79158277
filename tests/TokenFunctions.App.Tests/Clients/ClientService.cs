using System.Net;
using TokenFunctions.Processes.App;
using TokenFunctions.Testing;

namespace TokenFunctions.App.Tests.Clients;

/// <summary>The service, as a process with an admin key, and a caller that may read.</summary>
public sealed class ClientService : IAsyncLifetime
{
    private readonly TempFolder folder = new();
    private AppProcess app = null!;
    private int scenes;

    internal Uri Address => app.Address;

    internal string ApiKey { get; private set; } = "";

    public async Task InitializeAsync()
    {
        var adminKey = Evidence.Plant("admin");
        app = await AppProcess.StartAsync(new AppSettings(folder.Path) { AdminKey = adminKey });
        app.Api.AdminKey = adminKey;
        var made = await app.Api.PostAsync(
            "/api/caller", """{"id":"program","allow":[{"realm":"client-*","key":"*","verbs":["read"]}]}""");
        Assert.Equal(HttpStatusCode.Created, made.Status);
        ApiKey = made.ApiKey!;
    }

    public async Task DisposeAsync()
    {
        await app.DisposeAsync();
        folder.Dispose();
    }

    /// <summary>A realm of its own, with the secret <c>main</c>.</summary>
    internal async Task<string> NewRealmAsync(string provider, string issue, int overlapSeconds)
    {
        var realm = $"client-{Interlocked.Increment(ref scenes)}";
        var config = RealmConfigs.Gated(provider, issue, overlapSeconds);
        await app.Api.SetUpAsync(realm, config, "main", $"\"key_1\":\"{Evidence.Plant("secret")}\"");
        return realm;
    }
}
