namespace TokenFunctions.Realms.Trials;

/// <summary>A request or an answer, masked.</summary>
/// <param name="Line">Method and address of a request; the status of an answer.</param>
/// <param name="Headers">The headers in order.</param>
/// <param name="Body">The body as text, at most 8 KiB of it; null = there is none.</param>
public sealed record TrialMessage(string Line, IReadOnlyList<KeyValuePair<string, string>> Headers, string? Body);
