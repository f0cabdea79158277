namespace TokenFunctions.Bench.Pairs;

/// <summary>Writes a table of pairs as they come, and after it one line of JSON for each.</summary>
internal sealed class PairReport(TextWriter output)
{
    private readonly List<PairFigures> figures = [];

    /// <summary>Adds a case, in a row for each side and one of ratios.</summary>
    public async Task AddAsync(PairFigures pair)
    {
        if (figures.Count == 0)
            await output.WriteLineAsync(
                $"{"case",-30}{"side",-12}{"requests/s",12}{"p50 µs",10}{"p99 µs",10}{"p99.9 µs",10}{"CPU µs",9}{"bytes",8}{"GC ms/s",9}{"MiB",8}");
        figures.Add(pair);
        foreach (var side in (SideRounds[])[pair.Ours, pair.Other])
            await RowAsync(pair.Case, side.Name, side.Median);
        await output.WriteLineAsync(FormattableString.Invariant(
            $"{"",-30}{"ratio",-12}{Ratio(r => r.PerSecond),12:0.000}{Ratio(r => r.P50),10:0.00}{Ratio(r => r.P99),10:0.00}{Ratio(r => r.P999),10:0.00}{Ratio(r => r.Cpu),9:0.000}"));

        double Ratio(Func<SideRound, double> figure) => pair.Ours.Ratio(pair.Other, figure);
    }

    /// <summary>Writes the lines of JSON.</summary>
    public async Task CloseAsync()
    {
        await output.WriteLineAsync();
        foreach (var pair in figures) await output.WriteLineAsync(PairJson.Of(pair));
    }

    private Task RowAsync(string name, string side, Func<Func<SideRound, double>, double> median) =>
        output.WriteLineAsync(FormattableString.Invariant(
            $"{name,-30}{side,-12}{median(r => r.PerSecond),12:0}{median(r => r.P50),10:0}{median(r => r.P99),10:0}{median(r => r.P999),10:0}{median(r => r.Cpu),9:0.00}{median(r => r.Bytes),8:0}{median(r => r.Pause),9:0.0}{median(r => r.Resident),8:0}"));
}
