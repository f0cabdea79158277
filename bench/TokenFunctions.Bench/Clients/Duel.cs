namespace TokenFunctions.Bench.Clients;

/// <summary>Ours against the barest thing that does as much, in turns, so that what else the machine does meets
/// both.</summary>
internal static class Duel
{
    /// <summary>Measures both sides.</summary>
    /// <param name="name">The case.</param>
    /// <param name="rounds">How many pairs are measured.</param>
    /// <param name="times">How often each side does it in a round.</param>
    /// <param name="bare">Does it so often without us.</param>
    /// <param name="ours">Does it so often with us.</param>
    public static async Task<DuelFigure> RunAsync(
        string name, int rounds, int times, Func<int, Task> bare, Func<int, Task> ours)
    {
        // Twice, since the runtime compiles again what runs often.
        for (var warmUp = 0; warmUp < 2; warmUp++)
        {
            await bare(times);
            await ours(times);
        }

        var figure = new DuelFigure(name);
        for (var round = 0; round < rounds; round++)
        {
            figure.Bare.Add(await CostAsync(bare, times));
            figure.Ours.Add(await CostAsync(ours, times));
        }

        return figure;
    }

    private static async Task<Cost> CostAsync(Func<int, Task> side, int times)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var (cpu, bytes) = (Environment.CpuUsage.TotalTime, GC.GetTotalAllocatedBytes(precise: true));
        await side(times);
        bytes = GC.GetTotalAllocatedBytes(precise: true) - bytes;
        cpu = Environment.CpuUsage.TotalTime - cpu;
        return new Cost(cpu.TotalNanoseconds / times, (double)bytes / times);
    }
}
