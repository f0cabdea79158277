namespace TokenFunctions.Storage;

/// <summary>The last known use of a token.</summary>
/// <param name="Generation">The newest generation that was handed out to a caller.</param>
/// <param name="At">When it was handed out for the first time, store time, UTC.</param>
public sealed record TokenUse(long Generation, DateTimeOffset At);
