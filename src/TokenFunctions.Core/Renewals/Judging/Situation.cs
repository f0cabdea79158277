using TokenFunctions.Realms;
using TokenFunctions.Storage;
using TokenFunctions.Tokens;

namespace TokenFunctions.Renewals.Judging;

/// <summary>All that is known of a token at one instant.</summary>
/// <param name="Realm">Its realm.</param>
/// <param name="Plan">The realm's plan.</param>
/// <param name="Secret">Its secret.</param>
/// <param name="State">Its row, settled.</param>
/// <param name="Now">The instant, store time.</param>
internal sealed record Situation(Realm Realm, RealmPlan Plan, Secret Secret, TokenState State, DateTimeOffset Now)
{
    /// <summary>Whether the store did not answer, and the row is the one that was last read; an empty one when none
    /// was.</summary>
    public bool IsStale { get; init; }

    /// <summary>Whether the token may be handed out.</summary>
    public bool IsAlive => !RefreshPolicy.IsDead(State, Secret, Now) && !MayBeReplaced;

    /// <summary>Whether the token should be renewed.</summary>
    public bool IsDue => !IsAlive || RefreshPolicy.IsDue(State, Realm.Version, Secret.Version, Now);

    /// <summary>Whether an attempt is under way.</summary>
    public bool IsLeased => State.IsLeased(Now);

    /// <summary>The failure of the last attempt, if it was made with this realm and this secret.</summary>
    public TokenFailure? LastFailure =>
        State.FailureRealmVersion == Realm.Version && State.FailureSecretVersion == Secret.Version
            ? State.Failure
            : null;

    /// <summary>Whether the last attempt failed with another realm or another secret.</summary>
    public bool HasFailedBefore =>
        State is { Outcome: AttemptOutcome.Failed, Failure: not null } && LastFailure is null;

    /// <summary>The failure whose back-off still holds; null = the provider may be asked.</summary>
    public TokenFailure? Holding => LastFailure is { } failure && !(failure.RetryAt <= Now) ? failure : null;

    /// <summary>Whether the value is the last one that this realm and this secret can have for now: the provider has
    /// just given it again.</summary>
    public bool IsConfirmed => State is { HasValue: true, IsConfirmed: true, IsSuspect: false }
        && State.IdentityVersion == Secret.IdentityVersion
        && State.RealmVersion == Realm.Version
        && State.SecretVersion == Secret.Version;

    /// <summary>When a renewal that nobody forces may call the provider; null = now, or when a failure that holds
    /// says.</summary>
    public DateTimeOffset? SoonestAt => Pace.SoonestAt(this, false);

    /// <summary>From when an attempt may begin; null = now.</summary>
    public DateTimeOffset? FreeAt => IsLeased ? State.LeaseEnd : SoonestAt;

    /// <summary>Whether to renew it unasked: it is due, nobody is at it, and the provider may be asked.</summary>
    public bool IsToRenew => IsDue && Holding is null && !IsLeased && SoonestAt is null;

    /// <summary>Whether a renewal that somebody waits for is worth beginning: it is due and can be had now, or it is
    /// dead and worth the wait.</summary>
    public bool IsWanting => IsDue && (!IsAlive || SoonestAt is null);

    /// <summary>When it is tried next, by the sweep or by a caller; null = never, not before a person has done
    /// something, or an attempt is under way.</summary>
    public DateTimeOffset? NextRenewalAt
    {
        get
        {
            if (IsLeased || (Holding is { } failure ? failure : Doubt.Untold(State, Plan.Policy)) is { RetryAt: null })
                return null;
            var due = IsDue ? Now : State.DueAt;
            return due is null ? null : Pace.Latest(due, Holding?.RetryAt, SoonestAt);
        }
    }

    /// <summary>Whether a value that was issued a moment ago may be handed out, however short its life is.</summary>
    public bool IsUsableNew =>
        State.HasValue && State.IdentityVersion == Secret.IdentityVersion && !(State.ExpiresAt <= Now);

    // The call under way may have ended the token at the provider by now, so its answer is worth waiting for.
    private bool MayBeReplaced =>
        IsLeased
        && State.SentAt is { } sentAt
        && Settlement.Unanswered(State, Plan.Policy, sentAt).ExpiresAt <= Now;
}
