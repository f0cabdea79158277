namespace TokenFunctions.Storage;

/// <summary>The last sweep of any instance.</summary>
/// <param name="EndedAt">When it had ended, store time, UTC.</param>
/// <param name="Left">How many hints at due tokens it left to the next one.</param>
public sealed record SweepMark(DateTimeOffset EndedAt, long Left);
