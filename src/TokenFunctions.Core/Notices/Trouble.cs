using TokenFunctions.Storage;
using TokenFunctions.Tokens;

namespace TokenFunctions.Notices;

/// <summary>A failure that waits for a person.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="At">Since when, store time, UTC.</param>
internal sealed record Trouble(FailureKind Kind, DateTimeOffset At)
{
    /// <summary>The trouble that the last attempt found; null = none, or it is likely to pass by itself.</summary>
    /// <param name="state">The token's row.</param>
    /// <param name="now">Store time.</param>
    public static Trouble? Of(TokenState state, DateTimeOffset now)
    {
        if (state is not { Outcome: AttemptOutcome.Failed, Failure: { } failure }) return null;
        return WaitsForPerson(failure.Kind, state, now) ? new Trouble(failure.Kind, failure.At ?? now) : null;
    }

    private static bool WaitsForPerson(FailureKind kind, TokenState state, DateTimeOffset now) => kind switch
    {
        FailureKind.BadCredentials or FailureKind.Reauthorize
            or FailureKind.Uncertain or FailureKind.SecretIncomplete => true,
        // These sometimes pass by themselves, and as long as the token lives nobody suffers.
        FailureKind.IpDenied or FailureKind.Rejected
            or FailureKind.EgressRefused
            or FailureKind.SealBroken or FailureKind.SealingKeyUnknown => HasEnded(state, now),
        // Before the first push nothing has stopped working.
        FailureKind.WaitingForInput => state.Generation > 0 && HasEnded(state, now),
        _ => false,
    };

    private static bool HasEnded(TokenState state, DateTimeOffset now) => !state.HasValue || state.ExpiresAt <= now;
}
