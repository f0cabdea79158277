namespace TokenFunctions.Bench.Pairs;

/// <summary>The rounds of one side.</summary>
/// <param name="Name">The server's name.</param>
internal sealed record SideRounds(string Name)
{
    private readonly List<SideRound> rounds = [];

    /// <summary>In the order in which they were run.</summary>
    public IReadOnlyList<SideRound> All => rounds;

    /// <summary>Adds a round.</summary>
    public void Add(SideRound round) => rounds.Add(round);

    /// <summary>The median over the rounds: one that something else on the machine disturbed does not count.</summary>
    public double Median(Func<SideRound, double> figure) => MedianOf(rounds.Select(figure));

    /// <summary>The median over the pairs of this side's figure, divided by the other's.</summary>
    public double Ratio(SideRounds other, Func<SideRound, double> figure) =>
        MedianOf(rounds.Zip(other.rounds, (ours, theirs) => figure(ours) / figure(theirs)));

    private static double MedianOf(IEnumerable<double> figures) => figures.Order().ElementAt(figures.Count() / 2);
}
