using TokenFunctions.App.Tests.Upgrades;
using TokenFunctions.AzureStorage;
using TokenFunctions.Processes.App;
using TokenFunctions.Processes.Endurance;
using TokenFunctions.Sqlite;
using TokenFunctions.Storage;
using TokenFunctions.Testing;
using TokenFunctions.Testing.Servers;

namespace TokenFunctions.App.Tests.Tests;

/// <summary>This release and the next one on one store.</summary>
[Collection("apps")]
public sealed class UpgradeTests : IDisposable
{
    private readonly TempFolder folder = new();

    private AppSettings Settings => new AppSettings(folder.Path).ForLoad().With(
        ("TokenFunctions__Times__SweepIntervalMs", "500"),
        ("TokenFunctions__Times__RegistryAgeMs", "300"),
        ("TokenFunctions__Access__CallerAgeMs", "1000"),
        ("TokenFunctions__Egress__PerRealm", "50"));

    public void Dispose() => folder.Dispose();

    [NodeFact]
    [Against("Azurite")]
    public async Task Two_releases_run_beside_each_other_on_one_Azurite_and_the_way_back_loses_nothing()
    {
        var azurite = new AzuriteServer();
        await azurite.InitializeAsync();
        try
        {
            await using var provider = await StrictProvider.StartAsync();
            Assert.True(StorageAddress.TryParse(azurite.ConnectionString, out var address, out var error), error);
            var store = new AzureTables(new AzureTablesOptions { Address = address! }, new StoreClock(TimeProvider.System));

            await new TwoReleases(Settings.With(("TokenFunctions__Storage", azurite.ConnectionString)), store, provider).RunAsync();
        }
        finally
        {
            await azurite.DisposeAsync();
        }
    }

    [Fact]
    public async Task On_a_database_file_one_release_follows_the_other_and_the_way_back_loses_nothing()
    {
        await using var provider = await StrictProvider.StartAsync();
        var tokens = new ShortTokens(provider);
        await RunAsync(Settings, StartThisAsync, tokens.SetUpAsync);
        var first = await FlushAsync(NextReleaseApp.StartAsync);
        var raised = await RowsAsync();
        var second = await FlushAsync(StartThisAsync);
        var back = await RowsAsync();
        var third = await FlushAsync(NextReleaseApp.StartAsync);

        Assert.True(first < second && second < third, $"{first}, {second}, {third}");
        Assert.Contains("tokens", raised.OfNext);
        Assert.Contains("tokens", back.OfNextWrittenByThis);
        TwoReleases.AssertKept(raised, back);
        TwoReleases.AssertKept(back, await RowsAsync());
    }

    private static Task<AppProcess> StartThisAsync(AppSettings settings) => AppProcess.StartAsync(settings);

    private static async Task RunAsync(AppSettings settings, Func<AppSettings, Task<AppProcess>> start, Func<ApiClient, Task> use)
    {
        await using var app = await start(settings);
        await use(app.Api);
        await app.InterruptAsync();
    }

    // Gives the generation of the renewal; that of the token before it is lower.
    private async Task<long> FlushAsync(Func<AppSettings, Task<AppProcess>> start)
    {
        var generation = 0L;
        await RunAsync(Settings, start, async api =>
        {
            var key = ShortTokens.Keys.First();
            var before = await api.TokenAsync(ShortTokens.Realm, key);
            Assert.NotNull(before.TokenText);
            await Eventually.HoldsAsync(
                async () => (generation = (await api.TokenAsync(ShortTokens.Realm, key, "&flush=true")).Text("generation") is { } text
                    ? long.Parse(text, System.Globalization.CultureInfo.InvariantCulture)
                    : 0) > before.Generation,
                "The token is renewed");
        });
        return generation;
    }

    private async Task<StoredRows> RowsAsync()
    {
        using var store = new SqliteTables(folder.File("data/tokenfunctions.db"));
        return await StoredRows.ReadAsync(store);
    }
}
