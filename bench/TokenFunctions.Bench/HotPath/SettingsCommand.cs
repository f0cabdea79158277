using TokenFunctions.Bench.Pairs;
using TokenFunctions.Bench.Servers;

namespace TokenFunctions.Bench.HotPath;

/// <summary><c>settings</c>: the service with other settings of the runtime, against the service as it is.</summary>
internal static class SettingsCommand
{
    private const int Connections = 64;

    // https://learn.microsoft.com/dotnet/core/runtime-config; sizes are hexadecimal.
    private static readonly (string Name, (string, string)[] Variables)[] Settings =
    [
        ("the same", []),
        ("not concurrent", [("DOTNET_gcConcurrent", "0")]),
        ("server", [("DOTNET_gcServer", "1")]),
        ("server, not concurrent", [("DOTNET_gcServer", "1"), ("DOTNET_gcConcurrent", "0")]),
        ("server, not adapting", [("DOTNET_gcServer", "1"), ("DOTNET_GCDynamicAdaptationMode", "0")]),
        ("gen0 4 MiB", [("DOTNET_GCgen0size", "400000")]),
        ("gen0 64 MiB", [("DOTNET_GCgen0size", "4000000")]),
        ("conserve memory 5", [("DOTNET_GCConserveMemory", "5")]),
        ("no TieredPGO", [("DOTNET_TieredPGO", "0")]),
        ("no tiers", [("DOTNET_TieredCompilation", "0")]),
    ];

    /// <summary>Measures and prints.</summary>
    public static async Task<int> RunAsync(string[] arguments, TextWriter output)
    {
        if (HotPathOptions.Read(arguments) is not { Leak: null } options) return 2;
        if (options.Publishes) await ServerFolders.PublishAsync();
        await using var asItIs = await HotService.StartAsync("as it is", HotService.UsualLength);
        var report = new PairReport(output);
        foreach (var (name, variables) in Settings)
        {
            await using var changed = await HotService.StartAsync("changed", HotService.UsualLength, variables);
            var run = new PairRun(changed.Side, asItIs.Side, options.Rounds, options.Time);
            await report.AddAsync(await run.MeasureAsync(name, Connections));
        }

        await report.CloseAsync();
        return 0;
    }
}
