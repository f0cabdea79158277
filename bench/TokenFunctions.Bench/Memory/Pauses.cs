namespace TokenFunctions.Bench.Memory;

/// <summary>The collector's stops in a time.</summary>
/// <param name="Time">How long it took.</param>
/// <param name="Total">All stops together.</param>
/// <param name="Longest">The longest of them.</param>
/// <param name="Full">How many collections went over all objects.</param>
internal sealed record Pauses(TimeSpan Time, TimeSpan Total, TimeSpan Longest, int Full);
