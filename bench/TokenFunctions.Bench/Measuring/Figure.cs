namespace TokenFunctions.Bench.Measuring;

/// <summary>What a case costs, once.</summary>
/// <param name="Case">Its name.</param>
/// <param name="Microseconds">The time in each round, in the order of the rounds.</param>
/// <param name="Bytes">The bytes allocated.</param>
internal sealed record Figure(string Case, IReadOnlyList<double> Microseconds, long Bytes)
{
    /// <summary>The median of the rounds: one that something else on the machine disturbed does not count.</summary>
    public double Median => Microseconds.Order().ElementAt(Microseconds.Count / 2);
}
