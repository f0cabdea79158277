namespace TokenFunctions.Bench.Servers;

/// <summary>A token that a provider gave out.</summary>
/// <param name="Secret">What it was asked for with.</param>
/// <param name="At">When, by the stopwatch.</param>
internal sealed record Issue(string Secret, long At);
