using TokenFunctions.Bench.Servers;

namespace TokenFunctions.Bench.Mixed;

/// <summary>The memory of a process over a run, its handles and its threads.</summary>
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

    /// <summary>What is open after the first sample and after the last.</summary>
    public (int First, int Last) Handles => (samples[0].Handles, samples[^1].Handles);

    /// <summary>As <see cref="Handles"/>, of the threads.</summary>
    public (int First, int Last) Threads => (samples[0].Threads, samples[^1].Threads);

    private int Half => samples.Count / 2;

    /// <summary>What is in use on the heap before the run and after it, in MiB, each after a full collection.</summary>
    public (double Before, double After) InUse { get; private set; }

    /// <summary>Notes what is in use before the run.</summary>
    public void Begin(ProbeFigures collected) => InUse = (collected.Heap / MiB, 0);

    /// <summary>Notes what is in use after the run.</summary>
    public void End(ProbeFigures collected) => InUse = (InUse.Before, collected.Heap / MiB);

    /// <summary>Adds one.</summary>
    public void Add(ProbeFigures figures) => samples.Add(figures);

    private double Growth(Func<ProbeFigures, long> figure) =>
        (Median(samples[Half..], figure) / Median(samples[..Half], figure)) - 1;

    private static double Median(List<ProbeFigures> of, Func<ProbeFigures, long> figure) =>
        of.Select(figure).Order().ElementAt(of.Count / 2) / MiB;
}
