using TokenFunctions.Bench.HotPath;
using TokenFunctions.Bench.Pairs;
using TokenFunctions.Bench.Servers;
using TokenFunctions.Testing;
using TokenFunctions.Testing.Servers;

namespace TokenFunctions.Bench.Core;

/// <summary><c>core</c>: a token from the core route on each store. Memory and SQLite are measured against a bare web
/// server that gives the same answer, Azurite against one that reads the same row of it and gives that.</summary>
internal static class CoreCommand
{
    private const int Connections = 64;
    private const int WarmUps = 5;
    private static readonly string[] Stores = ["memory", "sqlite", "azurite"];

    // Counted in time and not in requests: an emulator answers few.
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    /// <summary>Measures and prints.</summary>
    /// <param name="arguments">Perhaps one store, and then the options of <see cref="HotPathOptions"/>.</param>
    /// <param name="output">Where the figures go.</param>
    /// <returns>0 = done; 2 = the arguments cannot be understood.</returns>
    public static async Task<int> RunAsync(string[] arguments, TextWriter output)
    {
        var chosen = Stores.Intersect(arguments.Take(1), StringComparer.Ordinal).ToArray();
        if (HotPathOptions.Read(arguments.AsSpan(chosen.Length)) is not { Leak: null } options) return 2;
        if (options.Publishes) await ServerFolders.PublishAsync();
        var report = new PairReport(output);
        foreach (var store in chosen.Length > 0 ? chosen : Stores)
        {
            if (store != "azurite") await AddAsync(report, options, store);
            else if (Node.SkipReason is { } reason) await output.WriteLineAsync($"Azurite is left out: {reason}");
            else await AddAzuriteAsync(report, options);
        }

        await report.CloseAsync();
        return 0;
    }

    private static async Task AddAsync(PairReport report, HotPathOptions options, string store)
    {
        using var folder = new TempFolder();
        var storage = store == "sqlite" ? $"sqlite:{folder.File("bench.db")}" : store;
        await using var core = await CoreService.StartAsync(storage);
        await using var bare = await Bare.StartAsync(core.Service, CoreService.Target);
        await AddAsync(report, options, store, core.Side, new PairSide(bare.Process, core.Side.Work));
    }

    private static async Task AddAzuriteAsync(PairReport report, HotPathOptions options)
    {
        await using var azurite = new AzuriteServer();
        await azurite.StartAsync();
        await using var core = await CoreService.StartAsync(azurite.ConnectionString);
        await using var raw = await RawRow.StartAsync(azurite, CoreService.Key);
        await AddAsync(report, options, "azurite", core.Side, raw.SideOf(CoreService.Target, core.Service.ApiKey));
    }

    private static async Task AddAsync(
        PairReport report, HotPathOptions options, string store, PairSide core, PairSide bare)
    {
        await WarmUpAsync(core);
        await WarmUpAsync(bare);
        var run = new PairRun(core, bare, options.Rounds, options.Time);
        await report.AddAsync(await run.MeasureAsync($"core/{store}", Connections));
    }

    private static async Task WarmUpAsync(PairSide side)
    {
        using var load = side.Open(Connections);
        for (var pass = 0; pass < WarmUps; pass++)
        {
            await load.RunAsync(side.Work, WarmUp);
            await Task.Delay(Pause, TimeProvider.System);
        }
    }
}
