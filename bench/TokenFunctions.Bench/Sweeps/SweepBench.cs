using System.Diagnostics;
using TokenFunctions.Bench.Measuring;

namespace TokenFunctions.Bench.Sweeps;

/// <summary>Measures one sweep over a store with many tokens: storage operations by table, and seconds.</summary>
internal static class SweepBench
{
    public static async Task<int> RunAsync(string[] args)
    {
        if (SweepArguments.Parse(args) is not { } given)
        {
            await Console.Error.WriteLineAsync(SweepArguments.Usage);
            return 2;
        }

        await using var store = await SweepStore.OpenAsync(given.Store);
        var tables = new CountingTables(store.Tables);
        var begun = Stopwatch.GetTimestamp();
        await new SweepSeed(tables, new SweepParts(tables), given).FillAsync();
        Console.WriteLine($"{given.Store}: {given.Stored} tokens stored, {given.Due} due, "
            + $"seeded in {Stopwatch.GetElapsedTime(begun).TotalSeconds:0.0} s");
        return await MeasureAsync(tables, given);
    }

    // A process of its own, as far as its memory goes.
    private static async Task<int> MeasureAsync(CountingTables tables, SweepArguments given)
    {
        var parts = new SweepParts(tables);
        tables.Clear();
        var begun = Stopwatch.GetTimestamp();
        var report = await parts.Sweep.RunAsync(CancellationToken.None);
        var seconds = Stopwatch.GetElapsedTime(begun).TotalSeconds;
        Console.WriteLine(report);
        foreach (var ((table, verb), count) in tables.Counts.OrderBy(c => c.Key))
            Console.WriteLine($"{table,-10}{verb,-10}{count,10}");
        var all = tables.Counts.Values.Sum();
        Console.WriteLine($"{all} operations, {(double)all / Math.Max(1, given.Due):0.00} a due token, "
            + $"{parts.Provider.Calls} calls, {seconds:0.0} s, {given.Due / seconds:0} tokens/s");
        return report.Renewed == given.Due ? 0 : 1;
    }
}
