namespace TokenFunctions.Bench.Memory;

/// <summary>A cache that was asked for more than it may hold.</summary>
/// <param name="Keys">How many tokens were asked for.</param>
/// <param name="Bound">The most that it may hold, in bytes.</param>
/// <param name="Most">The most that was in use, in bytes.</param>
/// <param name="Told">The most that it reckoned with, in bytes.</param>
/// <param name="Kept">How many tokens it holds at the end.</param>
internal sealed record BoundFigure(int Keys, long Bound, long Most, long Told, int Kept)
{
    /// <summary>What is in use by the bound.</summary>
    public double Share => (double)Most / Bound;

    /// <summary>Whether it holds; the weight of a token is an estimate.</summary>
    public bool Holds => Told <= Bound && Share <= 1.1;
}
