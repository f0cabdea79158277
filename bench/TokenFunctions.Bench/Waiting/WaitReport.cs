namespace TokenFunctions.Bench.Waiting;

/// <summary>Prints waits beside those of a bare endpoint that waits as long as the provider does.</summary>
internal static class WaitReport
{
    /// <summary>Prints the table.</summary>
    public static async Task WriteAsync(TextWriter output, Waits bare, params IReadOnlyList<Waits> all)
    {
        await output.WriteLineAsync($"{"wait for one renewal",-44}{"p50 ms",10}{"p99 ms",10}{"p50 ratio",12}{"p99 ratio",12}");
        foreach (var waits in all.Prepend(bare))
        {
            await output.WriteLineAsync(FormattableString.Invariant(
                $"{waits.Name,-44}{waits.Median,10:0.0}{waits.High,10:0.0}{waits.Median / bare.Median,12:0.000}{waits.High / bare.High,12:0.000}"));
        }
    }
}
