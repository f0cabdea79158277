using TokenFunctions.Storage.Formats;
using TokenFunctions.Tokens;

namespace TokenFunctions.Storage;

/// <summary>The row of one token: the value (sealed), the lease, the attempts and their outcome. All times are store
/// time, UTC.</summary>
/// <param name="Key">Whose token it is.</param>
public sealed record TokenState(TokenKey Key)
{
    /// <summary>The row's version; null = there is no row yet.</summary>
    public string? ETag { get; init; }

    /// <summary>The generation; 0 = no token was ever written.</summary>
    public long Generation { get; init; }

    /// <summary>Value and extra values, sealed; null = there is no token.</summary>
    public byte[]? SealedValue { get; init; }

    /// <summary>What the provider's answers renew, such as a rotating refresh token, sealed; null = nothing.</summary>
    public byte[]? SealedState { get; init; }

    /// <summary>The number of that state: it begins at a generation, grows with each change, and stays when the
    /// state is taken away.</summary>
    public long StateNumber { get; init; }

    /// <summary>The token's type.</summary>
    public string Type { get; init; } = "Bearer";

    /// <summary>When the request for the token was sent.</summary>
    public DateTimeOffset IssuedAt { get; init; }

    /// <summary>When it ends; null = it does not expire.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>The life that the provider gave it, also when <see cref="ExpiresAt"/> was moved; null = it does not
    /// expire.</summary>
    public TimeSpan? Life { get; init; }

    /// <summary>From when it should be renewed; null = never.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>The attempt that wrote the value.</summary>
    public long ValueAttempt { get; init; }

    /// <summary>Values written by attempts up to this number are suspect: a call whose answer came too late may have
    /// replaced them at the provider.</summary>
    public long SuspectAttempt { get; init; }

    /// <summary>The realm's version that the value came from.</summary>
    public long RealmVersion { get; init; }

    /// <summary>The secret's version that the value came from.</summary>
    public long SecretVersion { get; init; }

    /// <summary>The secret's identity version that the value came from.</summary>
    public long IdentityVersion { get; init; }

    /// <summary>The number of the last attempt.</summary>
    public long Attempt { get; init; }

    /// <summary>What came of the last attempt.</summary>
    public AttemptOutcome Outcome { get; init; }

    /// <summary>The lease: the fence of the attempt under way; null = none.</summary>
    public string? LeaseId { get; init; }

    /// <summary>When the lease ends.</summary>
    public DateTimeOffset? LeaseEnd { get; init; }

    /// <summary>When the attempt under way sent its request; null = it has not, or it is settled.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>When the last call to the provider was sent, whatever came of it; null = there was none.</summary>
    public DateTimeOffset? CalledAt { get; init; }

    /// <summary>Whether the provider has given this value once more: a stable provider, near its end.</summary>
    public bool IsConfirmed { get; init; }

    /// <summary>When a call with rotating state was sent whose answer nobody saw: whether the state still works is not
    /// known. Null = it does.</summary>
    public DateTimeOffset? UncertainSince { get; init; }

    /// <summary>Since when the row holds no value, as far as the sweep has seen it; null = it has one, or nobody
    /// looked.</summary>
    public DateTimeOffset? EmptySince { get; init; }

    /// <summary>The calls counted against the limits of one secret, in the form of its counter; null = none.</summary>
    public string? Quota { get; init; }

    /// <summary>The forced renewals.</summary>
    public ForceMemory Force { get; init; } = ForceMemory.None;

    /// <summary>The notices to the operators.</summary>
    public NoticeMemory Notice { get; init; } = NoticeMemory.None;

    /// <summary>Whether the log was told that the credential needs a person, and not yet that it works again.</summary>
    public bool NeedsPerson { get; init; }

    /// <summary>The failure of the last attempt that failed; null = none since the last success.</summary>
    public TokenFailure? Failure { get; init; }

    /// <summary>How many attempts failed in a row.</summary>
    public int FailureCount { get; init; }

    /// <summary>The realm's version that failed.</summary>
    public long FailureRealmVersion { get; init; }

    /// <summary>The secret's version that failed.</summary>
    public long FailureSecretVersion { get; init; }

    /// <summary>What a newer release put into its row; null = nothing.</summary>
    internal NewerCells? Newer { get; init; }

    /// <summary>Whether there is a value.</summary>
    public bool HasValue => SealedValue is not null;

    /// <summary>Whether the value may have been replaced at the provider by a call that nobody saw answered.</summary>
    public bool IsSuspect => HasValue && SuspectAttempt > 0 && SuspectAttempt >= ValueAttempt;

    /// <summary>The generation of the next value.</summary>
    public long NextGeneration(DateTimeOffset now) => Generation == 0 ? now.ToUnixTimeSeconds() : Generation + 1;

    /// <summary>Whether some attempt is under way at <paramref name="now"/>.</summary>
    public bool IsLeased(DateTimeOffset now) => LeaseId is not null && LeaseEnd > now;

    /// <summary>Address, generation and attempt; never the value.</summary>
    public override string ToString() => $"{Key} generation {Generation} attempt {Attempt} {Outcome}";
}
