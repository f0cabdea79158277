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
            // Dead as soon as those who waited for it have it.
            var token = Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture);
            await context.Response.WriteAsync($$"""{"access_token":"{{token}}","expires_in":2}""", context.RequestAborted);
        });
        await using var app = await AppProcess.StartAsync(new AppSettings(folder.Path).ForLoad());
        await app.Api.SetUpAsync("slow", RealmConfigs.Plain($"{provider.Address}token", ""), "main", "\"key_1\":\"bench\"");

        using var http = new ApiClient(bare.Address, keepsAnswers: false);
        var (endpoint, cache, core) = (new Waits("bare endpoint, HTTP"), new Waits("cache, HTTP"), new Waits("core, HTTP"));
        for (var round = 0; round <= Rounds; round++)
        {
            await endpoint.RunAsync(Connections, async () => (await http.GetAsync("/")).TokenText is not null);
            await cache.RunAsync(Connections, async () => (await app.Api.TokenAsync("slow", "main", cache: true)).TokenText is not null);
            await core.RunAsync(Connections, async () => (await app.Api.TokenAsync("slow", "main")).TokenText is not null);
            // The first round opens the connections.
            if (round == 0) foreach (var waits in new[] { endpoint, cache, core }) waits.Forget();
        }

        await WaitReport.WriteAsync(output, endpoint, cache, core);
    }
}
