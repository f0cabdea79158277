namespace TokenFunctions.Bench.Pairs;

/// <summary>What a case came to.</summary>
/// <param name="Case">Its name.</param>
/// <param name="Ours">The side that is measured.</param>
/// <param name="Other">The side that it is measured against.</param>
internal sealed record PairFigures(string Case, SideRounds Ours, SideRounds Other);
