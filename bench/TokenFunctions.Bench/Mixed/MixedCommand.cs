using TokenFunctions.Bench.HotPath;
using TokenFunctions.Bench.Pairs;
using TokenFunctions.Bench.Servers;

namespace TokenFunctions.Bench.Mixed;

/// <summary><c>mixed</c>: many tokens, 100,000 unless told otherwise, asked for by Zipf's law, of which 1 % are renewed
/// meanwhile, against the hot path.</summary>
internal static class MixedCommand
{
    // As long as those of WeCom.
    private const int TokenLength = 214;
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(2);

    /// <summary>Measures and prints.</summary>
    /// <returns>0 = done; 1 = the provider was not asked as often as it was due; 2 = the arguments cannot be
    /// understood.</returns>
    public static async Task<int> RunAsync(string[] arguments, TextWriter output)
    {
        if (MixedOptions.Read(arguments) is not { } options) return 2;
        if (options.Publishes) await ServerFolders.PublishAsync();
        await using var hot = await HotService.StartAsync("hotpath", TokenLength);
        await using var provider = await TokenProvider.StartAsync(TokenLength);
        await using var service = await Service.StartAsync("service", "memory");
        var data = new MixedData(service, provider, options.Realms);
        var work = await data.FillAsync();
        var run = new MixedRun(new PairSide(service.Process, work), hot.Side);
        var report = new PairReport(output);
        await report.AddAsync(await run.RunAsync());
        await report.CloseAsync();
        // For renewals that the last requests began.
        await Task.Delay(Rest, TimeProvider.System);
        var calls = DueCalls.Of(data, provider.Issues, work);
        await output.WriteLineAsync(FormattableString.Invariant(
            $$"""{"case":"mixed/calls","calls":{{calls.Calls}},"due":{{calls.Due}},"missing":{{calls.Missing}},"needless":{{calls.Needless}},"cpu_ratio_in_all":{{run.CpuInAll:0.000}}}"""));
        await output.WriteLineAsync(FormattableString.Invariant(
            $$"""{"case":"mixed/memory","rss_mib":{{run.Memory.Resident:0.0}},"heap_mib":{{run.Memory.Heap:0.0}},"in_use_mib":[{{run.Memory.InUse.Before:0.0}},{{run.Memory.InUse.After:0.0}}],"rss_growth":{{run.Memory.ResidentGrowth:0.000}},"heap_growth":{{run.Memory.HeapGrowth:0.000}},"handles":[{{run.Memory.Handles.First}},{{run.Memory.Handles.Last}}],"threads":[{{run.Memory.Threads.First}},{{run.Memory.Threads.Last}}]}"""));
        return calls.Holds ? 0 : 1;
    }
}
