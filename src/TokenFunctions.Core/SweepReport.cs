namespace TokenFunctions;

/// <summary>What a sweep found and did.</summary>
/// <param name="Seen">Tokens looked at.</param>
/// <param name="Due">Tokens that were due.</param>
/// <param name="Renewed">Tokens that were renewed, by this sweep or meanwhile by somebody else.</param>
/// <param name="Failed">Tokens whose renewal failed.</param>
public sealed record SweepReport(int Seen, int Due, int Renewed, int Failed);
