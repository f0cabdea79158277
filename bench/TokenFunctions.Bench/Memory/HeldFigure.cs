namespace TokenFunctions.Bench.Memory;

/// <summary>The memory of many tokens.</summary>
/// <param name="Name">The case.</param>
/// <param name="Tokens">How many there are.</param>
/// <param name="Bytes">All that is in use for them.</param>
/// <param name="Told">What the cache reckons with; null = there is no cache.</param>
internal sealed record HeldFigure(string Name, int Tokens, long Bytes, long? Told)
{
    /// <summary>Of one token.</summary>
    public double Each => (double)Bytes / Tokens;

    /// <summary>Of one token, without its own text in UTF-8.</summary>
    public double Beyond => Each - DistinctTokens.Length;
}
