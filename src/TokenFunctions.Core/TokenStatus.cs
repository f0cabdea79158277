using TokenFunctions.Quotas;
using TokenFunctions.Standings;
using TokenFunctions.Tokens;

namespace TokenFunctions;

/// <summary>The age, the attempts and the failures of one token: never its value.</summary>
/// <param name="Key">Whose token it is.</param>
public sealed record TokenStatus(TokenKey Key)
{
    /// <summary><c>none</c>, <c>fresh</c>, <c>due</c> or <c>dead</c>.</summary>
    public required string Age { get; init; }

    /// <summary>How it stands, in one of <see cref="StandingNames"/>: what needs a person goes before the
    /// age.</summary>
    public required string State { get; init; }

    /// <summary>The generation; 0 = no token was ever got.</summary>
    public long Generation { get; init; }

    /// <summary>When it was issued, UTC; null = there is no token.</summary>
    public DateTimeOffset? IssuedAt { get; init; }

    /// <summary>When it ends, UTC; null = it does not expire, or there is none.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>From when it is renewed, UTC.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>From when it is not handed out any more, UTC; null = never, or there is none.</summary>
    public DateTimeOffset? DeadAt { get; init; }

    /// <summary>When it is next tried to be renewed, by whoever comes first: the sweep, or the next caller where nobody
    /// keeps it warm; UTC. In the past = at once. Null = never, while an attempt is under way, or not before a person
    /// has done what <see cref="Failure"/> says.</summary>
    public DateTimeOffset? NextRenewalAt { get; init; }

    /// <summary>Since when it is open whether the provider still takes the stored state, such as a refresh token, UTC;
    /// null = it is not.</summary>
    public DateTimeOffset? UncertainSince { get; init; }

    /// <summary>The number of the last attempt.</summary>
    public long Attempt { get; init; }

    /// <summary>Whether an attempt is under way.</summary>
    public bool Renewing { get; init; }

    /// <summary>The failure that holds now; null = none.</summary>
    public TokenFailure? Failure { get; init; }

    /// <summary>How many attempts failed in a row.</summary>
    public int FailureCount { get; init; }

    /// <summary>How much of the realm's limits of calls is used, in their order.</summary>
    public IReadOnlyList<QuotaStatus> Quotas { get; init; } = [];
}
