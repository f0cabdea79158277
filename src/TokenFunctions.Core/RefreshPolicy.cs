using System.Security.Cryptography;
using System.Text;
using TokenFunctions.Realms;
using TokenFunctions.Storage;
using TokenFunctions.Tokens;

namespace TokenFunctions;

/// <summary>The three ages of a token, as pure rules: fresh (hand it out), due (hand it out and renew behind), dead (do
/// not hand it out).</summary>
public static class RefreshPolicy
{
    private static readonly TimeSpan LeastMargin = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan MostMargin = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan LastMoments = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan AfterEnd = TimeSpan.FromSeconds(0.5);

    /// <summary>When a token of this life is not handed out any more: less than max(2 s, min(60 s, 10 % of life))
    /// remains.</summary>
    /// <param name="issuedAt">When it was issued.</param>
    /// <param name="expiresAt">When it ends; null = never.</param>
    /// <returns>Null = never.</returns>
    public static DateTimeOffset? DeadAt(DateTimeOffset issuedAt, DateTimeOffset? expiresAt)
    {
        if (expiresAt is not { } end) return null;
        var tenth = (end - issuedAt) / 10;
        var margin = tenth < LeastMargin ? LeastMargin : tenth > MostMargin ? MostMargin : tenth;
        return end - margin;
    }

    /// <summary>When this value is not handed out any more. One that the provider has just given again is the only one
    /// to be had: it is used to the last 2 s.</summary>
    /// <returns>Null = never.</returns>
    public static DateTimeOffset? DeadAt(TokenState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return state.IsConfirmed ? state.ExpiresAt - LeastMargin : DeadAt(state.IssuedAt, state.ExpiresAt);
    }

    /// <summary>When to ask again after the provider gave the same value: when half of what remains has passed, so that
    /// the calls on the way to its end are few; in the last moments only just after the end.</summary>
    /// <param name="policy">The realm's policy; its least interval is kept.</param>
    /// <param name="usual">When a value of this life is due; null = never.</param>
    /// <param name="expiresAt">When the value ends; null = never.</param>
    /// <param name="now">When the answer came.</param>
    /// <returns>Null = never.</returns>
    public static DateTimeOffset? DueAgainAt(
        RealmPolicy policy, DateTimeOffset? usual, DateTimeOffset? expiresAt, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(policy);
        if (expiresAt is not { } end) return null;
        var left = end - now;
        var next = left < LastMoments ? end + AfterEnd : now + (left / 2);
        var soonest = now + policy.MinInterval;
        if (next < soonest) next = soonest;
        return usual > next ? usual : next;
    }

    /// <summary>From when a token is due: 20 % of its life before its end, or the realm's <c>refresh_before_sec</c>;
    /// moved earlier by a jitter that all instances compute alike.</summary>
    /// <returns>Null = never.</returns>
    public static DateTimeOffset? DueAt(
        RealmPolicy policy, TokenKey key, long generation, DateTimeOffset issuedAt, DateTimeOffset? expiresAt)
    {
        ArgumentNullException.ThrowIfNull(policy);
        if (expiresAt is not { } end) return null;
        var life = end - issuedAt;
        // A margin (with its jitter) as long as the life would make each new token due at once, and a loop of it.
        var longest = life * 0.9;
        var (before, mostJitter) = (life * 0.2, life * 0.1);
        if (policy.RefreshBefore is { } set)
        {
            before = set < longest ? set : longest;
            mostJitter = before * 0.2;
        }

        var due = end - before - (mostJitter * Jitter(key, generation));
        var first = end - longest;
        return due < first ? first : due;
    }

    /// <summary>How long an answer may be kept before its source is asked again: at most <paramref name="most"/>, and
    /// where a new token replaces the old one half the time that both live.</summary>
    internal static TimeSpan RevalidateAfter(RealmPolicy policy, TimeSpan most)
    {
        var halfOverlap = policy.Overlap / 2;
        return policy.Issue == IssueRule.Replaces && halfOverlap < most ? halfOverlap : most;
    }

    /// <summary>Whether the value must not be handed out: none, at its end, or not of the secret's account.</summary>
    public static bool IsDead(TokenState state, Secret secret, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(secret);
        return !state.HasValue || DeadAt(state, secret) <= now;
    }

    /// <summary>From when a value is dead under this secret: the instant at which <see cref="IsDead"/> turns. One of
    /// another account than the secret's never was to be handed out.</summary>
    /// <returns>Null = never.</returns>
    public static DateTimeOffset? DeadAt(TokenState state, Secret secret)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(secret);
        return state.IdentityVersion == secret.IdentityVersion ? DeadAt(state) : DateTimeOffset.MinValue;
    }

    /// <summary>Whether the value should be renewed although it lives: by its age, because it may have been replaced at
    /// the provider, or because realm or secret changed.</summary>
    public static bool IsDue(TokenState state, long realmVersion, long secretVersion, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(state);
        return state.DueAt <= now
            || state.IsSuspect
            || state.RealmVersion != realmVersion
            || state.SecretVersion != secretVersion;
    }

    // 0 (included) to 1 (excluded), the same on every machine.
    internal static double Jitter(TokenKey key, long generation)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{key}/{generation}"));
        return BitConverter.ToUInt32(hash) / (uint.MaxValue + 1.0);
    }
}
