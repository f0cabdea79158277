namespace TokenFunctions.Realms.Responses;

/// <summary>A whole answer, not yet understood.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Headers">The headers.</param>
/// <param name="Body">The body's bytes.</param>
/// <param name="RetryAfter">How long the provider asks to wait; null = it does not say.</param>
internal sealed record RawAnswer(
    int Status, AnswerHeaders Headers, ReadOnlyMemory<byte> Body, TimeSpan? RetryAfter)
{
    /// <summary>The status, never the body.</summary>
    public override string ToString() => $"HTTP {Status}";
}
