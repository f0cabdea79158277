namespace TokenFunctions.Http.Transfer;

/// <summary>What came of a step.</summary>
/// <param name="Step">The step.</param>
/// <param name="Result">What.</param>
/// <param name="Code">The code of what was in the way; null = nothing.</param>
internal sealed record ImportOutcome(ImportStep Step, ImportResult Result, string? Code = null);
