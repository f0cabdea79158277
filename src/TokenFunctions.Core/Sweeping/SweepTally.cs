namespace TokenFunctions.Sweeping;

/// <summary>Counts what a sweep does, from several threads.</summary>
internal sealed class SweepTally
{
    private readonly int[] ends = new int[Enum.GetValues<HintEnd>().Length];
    private int hints;
    private int removed;
    private int repaired;
    private int left;

    public void Read() => Interlocked.Increment(ref hints);

    public void End(HintEnd end) => Interlocked.Increment(ref ends[(int)end]);

    public void Remove() => Interlocked.Increment(ref removed);

    public void Repair() => Interlocked.Increment(ref repaired);

    public void Leave() => Interlocked.Increment(ref left);

    public SweepReport Report(RunTime time) => new()
    {
        Hints = hints,
        Renewed = ends[(int)HintEnd.Renewed],
        Failed = ends[(int)HintEnd.Failed],
        Unwanted = ends[(int)HintEnd.Unwanted],
        Held = ends[(int)HintEnd.Held],
        NotDue = ends[(int)HintEnd.NotDue],
        Removed = removed,
        Repaired = repaired,
        Left = left,
        IsCutShort = time.IsOver,
        Elapsed = time.Elapsed,
    };
}
