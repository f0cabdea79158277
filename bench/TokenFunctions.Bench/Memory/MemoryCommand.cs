namespace TokenFunctions.Bench.Memory;

/// <summary><c>memory</c>: what cached tokens take, whether the bound holds, and for how long the collector stops the
/// program for them.</summary>
internal static class MemoryCommand
{
    /// <summary>Measures and prints.</summary>
    /// <returns>The exit code: 1 when the bound did not hold.</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter output)
    {
        if (MemoryArguments.Parse(args) is not { } given)
        {
            await Console.Error.WriteLineAsync($"usage: {MemoryArguments.Usage}");
            return 2;
        }

        var report = new MemoryReport(output);
        // What runs for the first time brings code and tables along. A case goes on where the one before it ended, on
        // the same stack, which would keep its tokens: so each is left first.
        await HeldCase.MeasureAsync("warm-up", 1000, isRevealed: false);
        await Task.Yield();
        report.Add(await HeldCase.MeasureAsync("memory/kept by the service", given.Tokens, isRevealed: false));
        await Task.Yield();
        report.Add(await HeldCase.MeasureAsync("memory/revealed by a client", given.Tokens, isRevealed: true));
        await Task.Yield();
        report.Add(PeerCase.Measure(given.Tokens));
        await Task.Yield();
        var bound = await BoundCase.MeasureAsync(given.Tokens);
        report.Add(bound);
        await Task.Yield();
        report.Add(await PauseCase.MeasureAsync(given.Tokens));
        report.Close();
        return bound.Holds ? 0 : 1;
    }
}
