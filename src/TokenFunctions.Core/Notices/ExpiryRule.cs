using TokenFunctions.Storage;

namespace TokenFunctions.Notices;

/// <summary>When the operators are told that a secret is about to expire.</summary>
internal static class ExpiryRule
{
    /// <summary>How long before its end a secret is told of.</summary>
    public static readonly TimeSpan Ahead = TimeSpan.FromDays(14);

    /// <summary>Whether the log is to be told now, and was not told of this end yet.</summary>
    public static bool IsToLog(Secret secret, DateTimeOffset now) =>
        secret.ExpiresAt is { } end && secret.ExpiryLogged != end && IsNear(end, now);

    /// <summary>The memory with a claim of whoever writes it; null = there is nothing to tell, or not now.</summary>
    public static ExpiryMemory? Claimed(Secret secret, DateTimeOffset now)
    {
        if (secret.ExpiresAt is not { } end || !IsNear(end, now)) return null;
        var memory = secret.ExpiryNotice.Of == end ? secret.ExpiryNotice : null;
        var isTold = memory is { NotBefore: null };
        return isTold || memory?.NotBefore > now
            ? null
            : new() { Of = end, NotBefore = now + DeliveryTimes.Claim, Tries = (memory?.Tries ?? 0) + 1 };
    }

    /// <summary>The memory after the notice was told.</summary>
    public static ExpiryMemory Told(DateTimeOffset end) => new() { Of = end };

    /// <summary>Whether the end is near, or past no longer than news is news.</summary>
    private static bool IsNear(DateTimeOffset end, DateTimeOffset now) =>
        end - now <= Ahead && now - end <= DeliveryTimes.News;
}
