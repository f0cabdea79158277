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
    private static readonly string[] Stores = ["memory", "sqlite", "azurite"];

    /// <summary>Measures and prints.</summary>
    /// <param name="arguments">Perhaps one store, and then the options of <see cref="HotPathOptions"/>.</param>
    /// <param name="output">Where the figures go.</param>
    /// <returns>0 = done; 1 = something grew in a long run; 2 = the arguments cannot be understood.</returns>
    public static async Task<int> RunAsync(string[] arguments, TextWriter output)
    {
        var chosen = Stores.Intersect(arguments.Take(1), StringComparer.Ordinal).ToArray();
        if (HotPathOptions.Read(arguments.AsSpan(chosen.Length)) is not { } options) return 2;
        if (options.Publishes) await ServerFolders.PublishAsync();
        var report = new CoreReport(options, output);
        foreach (var store in chosen.Length > 0 ? chosen : Stores)
        {
            if (store != "azurite") await AddAsync(report, store);
            else if (Node.SkipReason is { } reason) await output.WriteLineAsync($"Azurite is left out: {reason}");
            else await AddAzuriteAsync(report);
        }

        return await report.CloseAsync();
    }

    private static async Task AddAsync(CoreReport report, string store)
    {
        using var folder = new TempFolder();
        var storage = store == "sqlite" ? $"sqlite:{folder.File("bench.db")}" : store;
        await using var core = await CoreService.StartAsync(storage);
        await using var bare = await Bare.StartAsync(core.Service, CoreService.Target);
        await report.AddAsync(store, core.Side, new PairSide(bare.Process, core.Side.Work));
    }

    private static async Task AddAzuriteAsync(CoreReport report)
    {
        await using var azurite = new AzuriteServer();
        await azurite.StartAsync();
        await using var core = await CoreService.StartAsync(azurite.ConnectionString);
        await using var raw = await RawRow.StartAsync(azurite, CoreService.Key);
        await report.AddAsync("azurite", core.Side, raw.SideOf(CoreService.Target, core.Service.ApiKey));
    }
}
