using TokenFunctions.Bench.Pairs;
using TokenFunctions.Bench.Servers;

namespace TokenFunctions.Bench.HotPath;

/// <summary><c>hotpath</c>: a token from the front's memory, against a bare web server that gives the same
/// answer.</summary>
internal static class HotPathCommand
{
    private static readonly int[] Connections = [1, 64, 300];

    /// <summary>Measures and prints.</summary>
    /// <returns>0 = done; 1 = something grew in a long run; 2 = the arguments cannot be understood.</returns>
    public static async Task<int> RunAsync(string[] arguments, TextWriter output)
    {
        if (HotPathOptions.Read(arguments) is not { } options) return 2;
        if (options.Publishes) await ServerFolders.PublishAsync();
        await using var sides = await HotPathSides.StartAsync();
        if (options.Leak is { } time) return await LeakAsync(sides, new LeakRun("hotpath", time, output));
        var report = new PairReport(output);
        var run = new PairRun(sides.Service, sides.Bare, options.Rounds, options.Time);
        foreach (var count in Connections)
            await report.AddAsync(await run.MeasureAsync(FormattableString.Invariant($"hotpath/{count}"), count));
        await report.CloseAsync();
        return 0;
    }

    private static async Task<int> LeakAsync(HotPathSides sides, LeakRun run)
    {
        var holds = await run.HoldsAsync(sides.Service);
        // For comparison: what a web server alone keeps is not the service's leak.
        await run.HoldsAsync(sides.Bare);
        return holds ? 0 : 1;
    }
}
