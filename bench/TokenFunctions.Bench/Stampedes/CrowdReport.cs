namespace TokenFunctions.Bench.Stampedes;

/// <summary>Prints crowds beside one that waits as long for nothing but the time, and after it one line of JSON for
/// each.</summary>
internal sealed class CrowdReport(TextWriter output)
{
    private readonly List<string> lines = [];

    /// <summary>Prints the crowds.</summary>
    /// <param name="wait">How long the provider takes.</param>
    /// <param name="bare">The crowd that waits for the time alone.</param>
    /// <param name="all">Those that wait for a renewal; the provider was called once in each round.</param>
    public async Task AddAsync(TimeSpan wait, Crowd bare, params IReadOnlyList<Crowd> all)
    {
        await output.WriteLineAsync(
            $"{"a crowd waits for one renewal",-44}{"callers",9}{"all ms",10}{"p50 ms",10}{"p99 ms",10}{"to wait",10}{"to bare",10}{"threads",9}");
        foreach (var crowd in all.Prepend(bare))
        {
            var (everyone, p50, p99) = (crowd.Median(r => r.All), crowd.Median(r => r.P50), crowd.Median(r => r.P99));
            var (toWait, toBare) = (everyone / wait.TotalMilliseconds, everyone / bare.Median(r => r.All));
            await output.WriteLineAsync(FormattableString.Invariant(
                $"{crowd.Name,-44}{crowd.Callers,9}{everyone,10:0.0}{p50,10:0.0}{p99,10:0.0}{toWait,10:0.000}{toBare,10:0.000}{crowd.PoolThreads,9}"));
            lines.Add(FormattableString.Invariant(
                $$"""{"case":"stampede/{{crowd.Name}}","callers":{{crowd.Callers}},"provider_ms":{{wait.TotalMilliseconds:0}},"all_ms":{{everyone:0.0}},"p50_ms":{{p50:0.0}},"p99_ms":{{p99:0.0}},"wait_ratio":{{toWait:0.000}},"bare_ratio":{{toBare:0.000}},"pool_threads":{{crowd.PoolThreads}}}"""));
        }

        await output.WriteLineAsync();
    }

    /// <summary>Prints a line below the table.</summary>
    public Task NoteAsync(string line) => output.WriteLineAsync(line + Environment.NewLine);

    /// <summary>Prints the lines of JSON.</summary>
    public async Task CloseAsync()
    {
        foreach (var line in lines) await output.WriteLineAsync(line);
    }
}
