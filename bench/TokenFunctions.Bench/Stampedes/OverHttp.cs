using System.Globalization;
using TokenFunctions.Bench.Load;
using TokenFunctions.Bench.Servers;
using TokenFunctions.Processes.App;
using TokenFunctions.Testing;

namespace TokenFunctions.Bench.Stampedes;

/// <summary>300 open connections to a process of the published app that wait for one renewal.</summary>
internal static class OverHttp
{
    private const int Connections = 300;
    private const int Rounds = 15;
    private const string Realm = "slow";
    // As long as the bare endpoint's answer.
    private const int TokenLength = 200;
    private static readonly TimeSpan Wait = TimeSpan.FromMilliseconds(200);

    /// <summary>Measures and prints.</summary>
    public static async Task RunAsync(CrowdReport report)
    {
        using var folder = new TempFolder();
        await using var bare = await BareProcess.StartAsync(Wait);
        await using var provider = await TokenProvider.StartAsync(TokenLength, Wait);
        await using var app = await AppProcess.StartAsync(new AppSettings(folder.Path).ForLoad());
        using var bareLoad = new LoadGenerator(bare.Address.Port, Connections);
        using var appLoad = new LoadGenerator(app.Address.Port, Connections);
        var endpoint = new Crowd("bare endpoint, HTTP", Connections);
        var (cache, core) = (new Crowd("cache, HTTP", Connections), new Crowd("core, HTTP", Connections));
        for (var round = 0; round <= Rounds; round++)
        {
            await endpoint.RunAsync(bareLoad, Ask.Get("/", apiKey: null, """{"token":"x"""));
            await RoundAsync(app.Api, provider, key => cache.RunAsync(appLoad, AskFor("/api/cache/token", key)));
            await RoundAsync(app.Api, provider, key => core.RunAsync(appLoad, AskFor("/api/token", key)));
            // The first round warms up.
            if (round == 0) foreach (var crowd in new[] { endpoint, cache, core }) crowd.Forget();
        }

        await report.AddAsync(Wait, endpoint, cache, core);
    }

    private static Ask AskFor(string route, string key) =>
        Ask.Token($"{route}?realm={Realm}&key={key}", apiKey: null, key + ".");

    // For a secret that has no token yet.
    private static async Task RoundAsync(ApiClient api, TokenProvider provider, Func<string, Task> round)
    {
        var (key, before) = (Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture), provider.Issues.Count);
        await api.SetUpAsync(Realm, provider.RealmOf(TimeSpan.FromHours(1)), key, $"\"key_1\":\"{key}\"");
        await round(key);
        if (provider.Issues.Count != before + 1)
            throw new InvalidOperationException($"The provider was asked {provider.Issues.Count - before} times.");
    }
}
