using TokenFunctions.Realms;
using TokenFunctions.Registry;
using TokenFunctions.Renewals.Judging;
using TokenFunctions.Storage;
using TokenFunctions.Tokens;

namespace TokenFunctions.Standings;

/// <summary>How a token stands at one instant, from its row as it is to be read then.</summary>
internal static class StandingRule
{
    public static Standing Of(TokenState state, RealmEntry? realm, Secret secret, DateTimeOffset now) =>
        new(secret.Key, StateOf(state, realm, secret, now), DeadAt(state, secret));

    /// <summary>By its age alone, whatever has failed.</summary>
    public static string AgeOf(TokenState state, RealmEntry? realm, Secret secret, DateTimeOffset now) =>
        !state.HasValue ? StandingNames.None
        : RefreshPolicy.IsDead(state, secret, now) ? StandingNames.Dead
        : RefreshPolicy.IsDue(state, realm?.Realm.Version ?? 0, secret.Version, now) ? StandingNames.Due
        : StandingNames.Fresh;

    /// <summary>The failure that holds. One of another realm or secret than there is now is over.</summary>
    public static TokenFailure? FailureOf(TokenState state, RealmEntry? realm, Secret secret) =>
        Doubt.Untold(state, realm?.Plan?.Policy) ?? (IsOfThese(state, realm, secret) ? state.Failure : null);

    /// <summary>Whether the last failure is of the realm and the secret that there are now.</summary>
    public static bool IsOfThese(TokenState state, RealmEntry? realm, Secret secret) =>
        state.FailureSecretVersion == secret.Version && state.FailureRealmVersion == realm?.Realm.Version;

    private static string StateOf(TokenState state, RealmEntry? realm, Secret secret, DateTimeOffset now) =>
        IsDoubted(state, realm?.Plan?.Policy) ? StandingNames.Uncertain : FailureOf(state, realm, secret)?.Kind switch
        {
            null => AgeOf(state, realm, secret, now),
            FailureKind.Uncertain => StandingNames.Uncertain,
            FailureKind.WaitingForInput => StandingNames.Waiting,
            _ => StandingNames.Failing,
        };

    private static bool IsDoubted(TokenState state, RealmPolicy? policy) =>
        policy is not null && Doubt.Holds(state, policy);

    // A value of another account was dead before it was issued.
    private static DateTimeOffset? DeadAt(TokenState state, Secret secret)
    {
        if (!state.HasValue || RefreshPolicy.DeadAt(state, secret) is not { } deadAt) return null;
        return deadAt < state.IssuedAt ? state.IssuedAt : deadAt;
    }
}
