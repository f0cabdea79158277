using static System.FormattableString;

namespace TokenFunctions.Bench.Memory;

/// <summary>Writes tables as the figures come, and after them one line of JSON for each.</summary>
internal sealed class MemoryReport(TextWriter output)
{
    private readonly List<string> lines = [];

    /// <summary>What tokens take.</summary>
    public void Add(HeldFigure figure)
    {
        if (lines.Count == 0)
            output.WriteLine($"{"case",-30}{"tokens",12}{"bytes each",12}{"beyond UTF-8",14}{"told each",12}");
        var told = (double?)figure.Told / figure.Tokens;
        output.WriteLine(Invariant(
            $"{figure.Name,-30}{figure.Tokens,12}{figure.Each,12:0.0}{figure.Beyond,14:0.0}{told,12:0.0}"));
        lines.Add(Invariant(
            $$"""{"case":"{{figure.Name}}","tokens":{{figure.Tokens}},"bytes_each":{{figure.Each:0.0}},"beyond_utf8":{{figure.Beyond:0.0}},"told_each":{{(told is null ? "null" : Invariant($"{told:0.0}"))}},"bytes":{{figure.Bytes}}}"""));
    }

    /// <summary>Whether the bound held.</summary>
    public void Add(BoundFigure figure)
    {
        output.WriteLine();
        output.WriteLine($"{"keys",-12}{"bound",16}{"most in use",16}{"share",8}{"most told",16}{"kept",12}");
        output.WriteLine(Invariant(
            $"{figure.Keys,-12}{figure.Bound,16}{figure.Most,16}{figure.Share,8:0.00}{figure.Told,16}{figure.Kept,12}"));
        lines.Add(Invariant(
            $$"""{"case":"memory/bound","keys":{{figure.Keys}},"bound":{{figure.Bound}},"most_bytes":{{figure.Most}},"share":{{figure.Share:0.000}},"most_told":{{figure.Told}},"kept":{{figure.Kept}}}"""));
    }

    /// <summary>The collector's stops.</summary>
    public void Add(PauseFigure figure)
    {
        output.WriteLine();
        output.WriteLine($"{$"GC, {PauseFigure.Collector}",-30}{"s",8}{"paused ms",12}{"longest ms",12}{"full",6}");
        Add("filling", figure.Tokens, figure.Filling);
        Add("answering", figure.Hits, figure.Answering);
    }

    /// <summary>The lines of JSON.</summary>
    public void Close()
    {
        output.WriteLine();
        foreach (var line in lines) output.WriteLine(line);
    }

    private void Add(string name, long answers, Pauses pauses)
    {
        var (time, total, longest) =
            (pauses.Time.TotalSeconds, pauses.Total.TotalMilliseconds, pauses.Longest.TotalMilliseconds);
        output.WriteLine(Invariant($"{name,-30}{time,8:0.0}{total,12:0.0}{longest,12:0.0}{pauses.Full,6}"));
        lines.Add(Invariant(
            $$"""{"case":"memory/pauses, {{name}}","gc":"{{PauseFigure.Collector}}","answers":{{answers}},"seconds":{{time:0.00}},"paused_ms":{{total:0.0}},"longest_ms":{{longest:0.0}},"full_collections":{{pauses.Full}}}"""));
    }
}
