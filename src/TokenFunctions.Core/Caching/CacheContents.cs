using System.Diagnostics.CodeAnalysis;
using TokenFunctions.Storage;
using TokenFunctions.Tokens;

namespace TokenFunctions.Caching;

/// <summary>What a <see cref="TokenCache"/> remembers: tokens and failures. What was asked for before a change does not
/// come into it after the change.</summary>
internal sealed class CacheContents
{
    private readonly StoreClock clock;
    private readonly BoundedMemory<TokenKey, CacheEntry> entries;
    private readonly FailureMemory failures;
    private readonly Absence absence;
    private readonly CacheLimits limits;
    private long epoch;
    private long changes;

    public CacheContents(StoreClock clock, CacheLimits limits)
    {
        (this.clock, this.limits) = (clock, limits);
        Times = new CacheTimes(clock.Time, limits.ChecksEarly);
        entries = new BoundedMemory<TokenKey, CacheEntry>(limits.MaxBytes);
        failures = new FailureMemory(clock.Time);
        absence = new Absence(Times);
    }

    public long Bytes => entries.Bytes;

    public int Count => entries.Count;

    /// <summary>Grows with each change.</summary>
    public long Epoch => Interlocked.Read(ref epoch);

    /// <summary>Grows when a token comes, is replaced or is no good any more.</summary>
    public long Changes => Interlocked.Read(ref changes);

    /// <summary>The ticks now, that the times of entries are in.</summary>
    public long Ticks => Times.Now;

    /// <summary>The periods of entries.</summary>
    public CacheTimes Times { get; }

    /// <summary>The entry of that token, whatever its age.</summary>
    public bool TryGet(TokenKey key, [NotNullWhen(true)] out CacheEntry? entry) => entries.TryGet(key, out entry);

    /// <summary>The entry whose token does for the request; null = there is none.</summary>
    public CacheEntry? Find(TokenRequest request, DateTimeOffset now) =>
        entries.TryGet(request.Key, out var entry) && entry.Satisfies(request, now) ? entry : null;

    /// <summary>The entries whose token lives, the longest unused last.</summary>
    public IReadOnlyList<CacheEntry> Living(DateTimeOffset now) =>
        [.. entries.Values.Where(entry => entry.Lives(now)).OrderByDescending(entry => entry.UsedAt)];

    /// <summary>Remembers a token of an earlier run, unless it is dead or there is one already.</summary>
    public void Restore(TokenResult earlier, DateTimeOffset now)
    {
        var unsure = earlier with { RevalidateAfter = default, IsStale = false };
        var entry = new CacheEntry(unsure, Ticks, Weight(unsure)) { IsRestored = true };
        if (entry.Lives(now)) entries.Put(entry.Token.Key, entry, static (_, _) => true);
    }

    /// <summary>Whether it was found out a moment ago that the entry cannot be checked.</summary>
    public bool IsStale(CacheEntry entry, long ticks, [NotNullWhen(true)] out TokenResult? answer)
    {
        if (entry.IsStale(ticks, Times, out answer)) return true;
        if (absence.Holds(ticks)) answer = entry.StaleAnswer();
        return answer is not null;
    }

    /// <summary>Learns from an answer of the source whether it is there.</summary>
    public void Note(TokenResult result) => absence.Note(result);

    /// <summary>Whether that request has failed a moment ago and would again.</summary>
    public bool TryFindFailure(TokenRequest request, [NotNullWhen(true)] out TokenResult? answer) =>
        failures.TryFind(request, out answer);

    /// <summary>Remembers an answer.</summary>
    /// <param name="request">What was asked.</param>
    /// <param name="result">The answer.</param>
    /// <param name="gotAt">When it was asked for, in <see cref="Ticks"/>.</param>
    /// <param name="begunIn">The epoch at that time.</param>
    /// <param name="known">The entry that was checked; null = none.</param>
    public void Keep(TokenRequest request, TokenResult result, long gotAt, long begunIn, CacheEntry? known)
    {
        // The source knows better than memory that this token will not do any more.
        if (!result.HasToken && (known is not null || IsGone(result.Failure))) Remove(request.Key);
        if (begunIn != Epoch) return;
        if (result.HasToken) Put(new CacheEntry(result, gotAt, Weight(result)), known);
        else failures.Keep(request, result, clock.Now);
        if (begunIn == Epoch) return;
        // A change between the look and the keeping has not found them.
        Remove(request.Key);
        failures.Remove(request);
    }

    /// <summary>Forgets the tokens and failures that a change concerns.</summary>
    public void Forget(Predicate<TokenKey> isOne)
    {
        Interlocked.Increment(ref epoch);
        foreach (var known in entries.Keys)
            if (isOne(known)) Remove(known);
        failures.Forget(isOne);
    }

    /// <summary>Forgets the failures of one token.</summary>
    public void ForgetFailures(TokenKey key)
    {
        Interlocked.Increment(ref epoch);
        failures.Forget(known => known == key);
    }

    private long Weight(TokenResult result) => CacheWeight.Of(result, limits);

    private void Put(CacheEntry entry, CacheEntry? known)
    {
        entries.Put(entry.Token.Key, entry, IsNewer);
        if (known is null || known.IsRestored || !IsSame(known.Token, entry.Token)) Interlocked.Increment(ref changes);
    }

    // A check whose answer says no more than the one before it is no change; ends are told to the millisecond, counted
    // anew each time.
    private static bool IsSame(Token one, Token other) =>
        one.Generation == other.Generation && Equals(one.Value, other.Value)
        && !((one.ExpiresAt - other.ExpiresAt)?.Duration() > TimeSpan.FromSeconds(1))
        && one.ExpiresAt.HasValue == other.ExpiresAt.HasValue;

    private void Remove(TokenKey key)
    {
        entries.Remove(key);
        Interlocked.Increment(ref changes);
    }

    // Answers can overtake each other; an older generation never replaces a newer one. What an earlier run knew gives
    // way to anything, and so does what held no more when the other was asked for: the source may have been put back.
    private bool IsNewer(CacheEntry one, CacheEntry other) =>
        !one.IsRestored && one.IsValid(other.GotAt, Times) && one.Token.Generation > other.Token.Generation;

    private static bool IsGone(TokenFailure failure) =>
        failure.Kind is FailureKind.UnknownRealm or FailureKind.UnknownSecret;
}
