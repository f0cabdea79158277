using System.Globalization;
using Microsoft.AspNetCore.Http;
using TokenFunctions.Processes.App;
using TokenFunctions.Testing;
using TokenFunctions.Testing.Servers;

namespace TokenFunctions.Bench.Waiting;

/// <summary>300 open connections to a process of the published app that wait for one renewal.</summary>
internal static class OverHttp
{
    private const int Connections = 300;
    private const int Rounds = 15;
    private static readonly TimeSpan Wait = TimeSpan.FromMilliseconds(500);

    /// <summary>Measures and prints.</summary>
    public static async Task RunAsync(TextWriter output)
    {
        using var folder = new TempFolder();
        await using var bare = await BareProcess.StartAsync(Wait);
        await using var provider = await LoopbackServer.StartAsync(async context =>
        {
            await Task.Delay(Wait, TimeProvider.System, context.RequestAborted);
            context.Response.ContentType = "application/json";
            var token = Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture);
            await context.Response.WriteAsync($$"""{"access_token":"{{token}}","expires_in":3600}""", context.RequestAborted);
        });
        await using var app = await AppProcess.StartAsync(new AppSettings(folder.Path).ForLoad());
        using var http = new ApiClient(bare.Address, keepsAnswers: false);
        var (endpoint, cache, core) = (new Waits("bare endpoint, HTTP"), new Waits("cache, HTTP"), new Waits("core, HTTP"));
        for (var round = 0; round <= Rounds; round++)
        {
            await endpoint.RunAsync(Connections, async () => (await http.GetAsync("/")).TokenText is not null);
            await WaitAsync(app.Api, provider.Address, cache, isCached: true);
            await WaitAsync(app.Api, provider.Address, core, isCached: false);
            // The first round opens the connections.
            if (round == 0) foreach (var waits in new[] { endpoint, cache, core }) waits.Forget();
        }

        await WaitReport.WriteAsync(output, endpoint, cache, core);
    }

    // For a secret that has no token yet.
    private static async Task WaitAsync(ApiClient api, Uri provider, Waits waits, bool isCached)
    {
        var key = Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture);
        await api.SetUpAsync("slow", RealmConfigs.Plain($"{provider}token", ""), key, "\"key_1\":\"bench\"");
        await waits.RunAsync(
            Connections, async () => (await api.TokenAsync("slow", key, cache: isCached)).TokenText is not null);
    }
}
