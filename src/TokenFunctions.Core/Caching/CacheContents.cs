using System.Diagnostics.CodeAnalysis;
using TokenFunctions.Storage;
using TokenFunctions.Tokens;

namespace TokenFunctions.Caching;

/// <summary>What a <see cref="TokenCache"/> remembers: tokens and failures. What was asked for before a change does not
/// come into it after the change.</summary>
internal sealed class CacheContents(StoreClock clock, CacheLimits limits)
{
    private readonly BoundedMemory<TokenKey, CacheEntry> entries = new(limits.MaxBytes);
    private readonly FailureMemory failures = new(clock.Time);
    private long epoch;

    public long Bytes => entries.Bytes;

    public int Count => entries.Count;

    /// <summary>Grows with each change.</summary>
    public long Epoch => Interlocked.Read(ref epoch);

    /// <summary>The entry whose token does for the request; null = there is none.</summary>
    public CacheEntry? Find(TokenRequest request, DateTimeOffset now) =>
        entries.TryGet(request.Key, out var entry) && entry.Satisfies(request, now) ? entry : null;

    /// <summary>Whether that request has failed a moment ago and would again.</summary>
    public bool TryFindFailure(TokenRequest request, [NotNullWhen(true)] out Task<TokenResult>? answer) =>
        failures.TryFind(request, out answer);

    /// <summary>Remembers an answer.</summary>
    /// <param name="request">What was asked.</param>
    /// <param name="result">The answer.</param>
    /// <param name="gotAt">When it was asked for, in ticks of the time provider.</param>
    /// <param name="begunIn">The epoch at that time.</param>
    /// <param name="known">The entry that was checked; null = none.</param>
    public void Keep(TokenRequest request, TokenResult result, long gotAt, long begunIn, CacheEntry? known)
    {
        // The source knows better than memory that this token will not do any more.
        if (!result.HasToken && (known is not null || IsGone(result.Failure))) entries.Remove(request.Key);
        if (begunIn != Epoch) return;
        if (result.HasToken) entries.Put(request.Key, new CacheEntry(result, gotAt, known), IsNewer);
        else failures.Keep(request, result, clock.Now);
        if (begunIn == Epoch) return;
        // A change between the look and the keeping has not found them.
        entries.Remove(request.Key);
        failures.Remove(request);
    }

    /// <summary>Forgets the tokens and failures that a change concerns.</summary>
    public void Forget(Predicate<TokenKey> isOne)
    {
        Interlocked.Increment(ref epoch);
        foreach (var known in entries.Keys)
            if (isOne(known)) entries.Remove(known);
        failures.Forget(isOne);
    }

    /// <summary>Forgets the failures of one token.</summary>
    public void ForgetFailures(TokenKey key)
    {
        Interlocked.Increment(ref epoch);
        failures.Forget(known => known == key);
    }

    // Answers can overtake each other; an older generation never replaces a newer one.
    private static bool IsNewer(CacheEntry one, CacheEntry other) => one.Token.Generation > other.Token.Generation;

    private static bool IsGone(TokenFailure failure) =>
        failure.Kind is FailureKind.UnknownRealm or FailureKind.UnknownSecret;
}
