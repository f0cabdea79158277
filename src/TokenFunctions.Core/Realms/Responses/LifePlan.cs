using TokenFunctions.Realms.Paths;

namespace TokenFunctions.Realms.Responses;

/// <summary>How the life of a token is found; the members are tried in this order.</summary>
internal sealed class LifePlan
{
    /// <summary>Where the life is; null = nowhere.</summary>
    public PathList? ExpiresIn { get; init; }

    /// <summary>What one of <see cref="ExpiresIn"/> is.</summary>
    public TimeSpan Unit { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Where the instant of the end is; null = nowhere.</summary>
    public PathList? ExpiresAt { get; init; }

    /// <summary>How that instant is written.</summary>
    public InstantFormat ExpiresAtFormat { get; init; } = InstantFormat.Auto;

    /// <summary>Whether the token is a JWT whose <c>exp</c> counts.</summary>
    public bool FromJwt { get; init; }

    /// <summary>The life when nothing else tells it; null = the answer has to, or there is no end.</summary>
    public TimeSpan? DefaultTtl { get; init; }

    /// <summary>The longest life; null = no bound.</summary>
    public TimeSpan? MaxTtl { get; init; }

    /// <summary>Where the instant is that a life counts from; null = it counts from now.</summary>
    public PathList? IssuedAt { get; init; }

    /// <summary>How that instant is written.</summary>
    public InstantFormat IssuedAtFormat { get; init; } = InstantFormat.Auto;

    /// <summary>Whether the life has to be found somewhere; else a token that no member tells it of has no end.</summary>
    public bool IsDemanded => ExpiresIn is not null || ExpiresAt is not null || FromJwt;
}
