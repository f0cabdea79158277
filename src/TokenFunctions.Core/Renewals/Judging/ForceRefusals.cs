using System.Globalization;
using TokenFunctions.Storage;
using TokenFunctions.Tokens;

namespace TokenFunctions.Renewals.Judging;

/// <summary>The failures of those who demand another token than the living one.</summary>
internal static class ForceRefusals
{
    /// <summary>The provider has no other token for who reports this one.</summary>
    public static TokenFailure Unchanged() => new(
        FailureKind.UpstreamTokenUnchanged,
        "The provider gave the same token again, so the refusal has another reason: "
        + "check the permissions of the account.");

    /// <summary>Forced renewals come too fast.</summary>
    /// <param name="next">When the next is allowed.</param>
    /// <param name="streak">How many young generations in a row were reported.</param>
    public static TokenFailure Limited(DateTimeOffset next, int streak) => new(
        FailureKind.ForceLimited,
        streak == 0
            ? "The token was renewed by force a moment ago, and the realm allows that only now and then."
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{streak} new token(s) in a row were reported as refused soon after their issue. An API that refuses "
                + $"every token is a matter of permissions: check what the account may do there."))
    {
        RetryAt = next,
    };

    /// <summary>The provider has confirmed the token that is to be flushed, and has no newer one yet.</summary>
    /// <param name="next">When the token is due; null = it never is.</param>
    public static TokenFailure Confirmed(DateTimeOffset? next) => new(
        FailureKind.ForceLimited,
        "The token was renewed by force, and the provider gave the same one again. It is asked again when it is due.")
    {
        RetryAt = next,
    };

    /// <summary>No token of the demanded life can be had.</summary>
    public static TokenFailure MinTtlUnreachable(TokenState state, DateTimeOffset now) => new(
        FailureKind.MinTtlUnreachable,
        state.IsConfirmed
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"The provider gives the same token until near its end: {(state.ExpiresAt - now)?.TotalSeconds:F0} s "
                + $"are left. Ask for a smaller min_ttl.")
            : string.Create(
                CultureInfo.InvariantCulture,
                $"The provider issued the token for {state.Life?.TotalSeconds:F0} s. Ask for a smaller min_ttl."));
}
