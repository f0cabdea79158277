namespace TokenFunctions.Hosting.Events;

/// <summary>One thing that happened, to become a line.</summary>
/// <param name="Name">Its stable code.</param>
/// <param name="Id">Its number; 0 = none.</param>
/// <param name="Level">How grave it is.</param>
/// <param name="Fields">What is known of it, by names as the line has them.</param>
/// <param name="Message">The same as a sentence.</param>
internal sealed record EventRecord(
    string Name, int Id, LogLevel Level, IReadOnlyList<KeyValuePair<string, object?>> Fields, string Message);
