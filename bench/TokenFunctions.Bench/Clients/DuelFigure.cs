namespace TokenFunctions.Bench.Clients;

/// <summary>The rounds of both sides.</summary>
/// <param name="Name">The case.</param>
internal sealed record DuelFigure(string Name)
{
    /// <summary>Without us.</summary>
    public List<Cost> Bare { get; } = [];

    /// <summary>With us.</summary>
    public List<Cost> Ours { get; } = [];

    /// <summary>How many times as much processor time ours takes, in the median of the pairs.</summary>
    public double Ratio => Median(Bare.Zip(Ours, (bare, ours) => ours.Nanoseconds / bare.Nanoseconds));

    /// <summary>A side's processor time, in the median of its rounds.</summary>
    public static double Nanoseconds(List<Cost> side) => Median(side.Select(cost => cost.Nanoseconds));

    /// <summary>What a side allocates each time, in the median of its rounds.</summary>
    public static double Bytes(List<Cost> side) => Median(side.Select(cost => cost.Bytes));

    private static double Median(IEnumerable<double> rounds) => rounds.Order().ElementAt(rounds.Count() / 2);
}
