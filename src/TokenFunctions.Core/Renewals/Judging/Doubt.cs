using TokenFunctions.Realms;
using TokenFunctions.Storage;
using TokenFunctions.Tokens;

namespace TokenFunctions.Renewals.Judging;

/// <summary>Whether a state that each answer renews, such as a rotating refresh token, may have been used up by a call
/// whose answer nobody saw.</summary>
internal static class Doubt
{
    /// <summary>The row after a call that left it open.</summary>
    public static TokenState Cast(TokenState state, RealmPolicy policy, DateTimeOffset sentAt) =>
        policy.Rotates ? state with { UncertainSince = state.UncertainSince ?? sentAt } : state;

    /// <summary>Whether a failed attempt leaves it open.</summary>
    public static bool IsLeftBy(UpstreamFailure failure) => failure.State.Count == 0 && !failure.TellsState;

    /// <summary>The failure as it is remembered: where nothing may be sent again by itself, it says so.</summary>
    public static UpstreamFailure Explain(
        UpstreamFailure failure, TokenKey key, RealmPolicy policy, DateTimeOffset sentAt)
    {
        if (!policy.Rotates || policy.SafeToRepeat || !IsLeftBy(failure)) return failure;
        var told = Refusals.Uncertain(key, sentAt);
        return failure with { Kind = told.Kind, Detail = $"{failure.Detail} {told.Detail}" };
    }

    /// <summary>Whether nothing may be sent by itself with the state that the row holds.</summary>
    public static bool Holds(TokenState state, RealmPolicy policy) =>
        state.UncertainSince is not null && policy is { Rotates: true, SafeToRepeat: false };

    /// <summary>What the next attempt will find out and remember, because a dead holder left its call unanswered; null
    /// = nothing, or it is remembered already.</summary>
    public static TokenFailure? Untold(TokenState state, RealmPolicy? policy) =>
        policy is not null && Holds(state, policy) && state.Failure?.Kind != FailureKind.Uncertain
            ? Refusals.Uncertain(state.Key, state.UncertainSince!.Value)
            : null;

    /// <summary>The row after a late answer told what became of the state. A refusal that was remembered meanwhile says
    /// nothing of a newer state; a provider that is unwell or has had enough calls is so with any.</summary>
    /// <param name="state">The row.</param>
    /// <param name="isRenewed">Whether the answer brought a newer state.</param>
    public static TokenState Lift(TokenState state, bool isRenewed) => state with
    {
        UncertainSince = null,
        Failure = state.Failure is { } failure && IsOfState(failure.Kind, isRenewed)
            ? failure with { RetryAt = failure.At }
            : state.Failure,
    };

    private static bool IsOfState(FailureKind kind, bool isRenewed) => kind == FailureKind.Uncertain
        || (isRenewed && kind is (FailureKind.BadCredentials or FailureKind.Reauthorize or FailureKind.Rejected));
}
