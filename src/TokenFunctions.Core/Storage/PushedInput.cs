using TokenFunctions.Tokens;

namespace TokenFunctions.Storage;

/// <summary>A value that somebody pushed for the attempts of one token.</summary>
/// <param name="Value">The value; it is as confidential as a secret.</param>
/// <param name="ReceivedAt">When it came, store time, UTC.</param>
public sealed record PushedInput(SecretText Value, DateTimeOffset ReceivedAt)
{
    /// <summary>When it came, never the value.</summary>
    public override string ToString() => $"received at {ReceivedAt:O}";
}
