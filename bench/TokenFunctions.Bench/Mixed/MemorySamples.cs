using TokenFunctions.Bench.Servers;

namespace TokenFunctions.Bench.Mixed;

/// <summary>The memory of a process over a run.</summary>
internal sealed class MemorySamples
{
    private const double MiB = 1024 * 1024;
    private readonly List<ProbeFigures> samples = [];

    /// <summary>The resident memory at the end, in MiB.</summary>
    public double Resident => samples[^1].Resident / MiB;

    /// <summary>The median of the heap in the second half, in MiB.</summary>
    public double Heap => Median(samples[Half..], s => s.Heap);

    /// <summary>What the second half's median of the resident memory has more than the first's, as a share.</summary>
    public double ResidentGrowth => Growth(s => s.Resident);

    /// <summary>As <see cref="ResidentGrowth"/>, of the heap, in which dead objects wait for the next
    /// collection.</summary>
    public double HeapGrowth => Growth(s => s.Heap);

    private int Half => samples.Count / 2;

    /// <summary>Adds one.</summary>
    public void Add(ProbeFigures figures) => samples.Add(figures);

    private double Growth(Func<ProbeFigures, long> figure) =>
        (Median(samples[Half..], figure) / Median(samples[..Half], figure)) - 1;

    private static double Median(List<ProbeFigures> of, Func<ProbeFigures, long> figure) =>
        of.Select(figure).Order().ElementAt(of.Count / 2) / MiB;
}
