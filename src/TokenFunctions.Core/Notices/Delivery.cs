namespace TokenFunctions.Notices;

/// <summary>What came of sending a notice.</summary>
/// <param name="Fault">Why it was not delivered, without any address or answer; null = it was.</param>
/// <param name="RetryAfter">How long the receiver asks to wait; null = it does not.</param>
internal sealed record Delivery(string? Fault, TimeSpan? RetryAfter = null)
{
    public static readonly Delivery Done = new(Fault: null);

    public bool IsDone => Fault is null;
}
