using TokenFunctions.Caching;
using TokenFunctions.Storage;
using TokenFunctions.Tokens;

namespace TokenFunctions;

/// <summary>Tokens in memory over another source: a fresh one is answered without a lock, a due one is answered and
/// renewed behind, a dead one is waited for; equal requests share one call. While the source cannot be asked, a living
/// one is answered too, marked as stale.</summary>
public sealed class TokenCache(ITokenSource source, StoreClock clock, Background background, CacheLimits limits)
    : ITokenSource
{
    private readonly CacheContents contents = new(clock, limits);
    private readonly SingleFlight<TokenRequest, TokenResult> flights = new();

    /// <summary>About how much memory the tokens take, in bytes.</summary>
    public long Bytes => contents.Bytes;

    /// <summary>How many tokens are in memory.</summary>
    public int Count => contents.Count;

    /// <inheritdoc/>
    public Task<TokenResult> GetAsync(TokenRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var now = clock.Now;
        if (contents.Find(request, now) is not { } entry) return FetchAsync(request, cancellationToken);
        entry.Touch(clock.Time.GetTimestamp());
        if (entry.IsValid(clock.Time))
        {
            if (entry.AsksBehind(now, clock.Time)) AskBehind(entry);
            return entry.Answer;
        }

        if (!entry.IsStale(clock.Time, out var stale)) return FetchAsync(request, cancellationToken);
        if (entry.TriesAgain(clock.Time)) AskBehind(entry);
        return stale;
    }

    /// <summary>Forgets the tokens and failures of a realm, or of one key of it, because something about them was
    /// changed.</summary>
    /// <param name="realm">The realm.</param>
    /// <param name="key">One key; null = all of the realm.</param>
    public void Forget(string realm, string? key = null)
    {
        contents.Forget(known =>
            string.Equals(known.Realm, realm, StringComparison.Ordinal)
            && (key is null || string.Equals(known.Key, key, StringComparison.Ordinal)));
        flights.DetachAll();
    }

    /// <summary>Forgets the failures of one token, because their cause may be gone.</summary>
    public void ForgetFailures(TokenKey key)
    {
        contents.ForgetFailures(key);
        flights.DetachAll();
    }

    private Task<TokenResult> FetchAsync(TokenRequest request, CancellationToken cancellationToken)
    {
        // A flush wants what is newer than its own asking, so it cannot share the call of one that asked before it.
        if (request.Flush) return background.Start(() => AskAsync(request, null)).WaitAsync(cancellationToken);
        return contents.TryFindFailure(Shared(request), out var failure)
            ? failure
            : JoinAsync(request, cancellationToken);
    }

    // Who joins what others have asked for before may want more than that brings, and asks once more.
    private async Task<TokenResult> JoinAsync(TokenRequest request, CancellationToken cancellationToken)
    {
        var (askedAt, isOwn) = (clock.Now, false);
        var shared = Shared(request);
        var result = await flights.Join(shared, StartOwn).WaitAsync(cancellationToken);
        if (isOwn || !result.HasToken) return result;
        var end = result.Token.ExpiresAt;
        var isEnough = !(end <= clock.Now) && !(end - askedAt < request.MinTtl);
        return isEnough ? result : await flights.Join(shared, StartOwn).WaitAsync(cancellationToken);

        Task<TokenResult> StartOwn()
        {
            isOwn = true;
            return Start(request.Held is null ? request : request with { Held = null });
        }
    }

    // What the asker has, and who wants to know what it brings about, make no difference to what is asked for.
    private static TokenRequest Shared(TokenRequest request) =>
        request is { Held: null, WhenForced: null } ? request : request with { Held = null, WhenForced = null };

    // The flight that this caller would have joined may have ended since it looked: its answer is in memory then.
    private Task<TokenResult> Start(TokenRequest request)
    {
        var entry = contents.Find(request, clock.Now);
        return entry is not null && entry.IsValid(clock.Time)
            ? entry.Answer
            : background.Start(() => AskAsync(request, entry));
    }

    private void AskBehind(CacheEntry entry)
    {
        var request = new TokenRequest(entry.Token.Key);
        _ = flights.Join(request, () => background.Start(() => AskAsync(request, entry)));
    }

    // With an entry that would do, the source is asked whether it still holds.
    private async Task<TokenResult> AskAsync(TokenRequest request, CacheEntry? known)
    {
        var (begunIn, gotAt) = (contents.Epoch, clock.Time.GetTimestamp());
        var conditional = known is null ? request : request with { Held = known.Token };
        var result = await source.GetAsync(conditional, CancellationToken.None);
        if (known is not null && begunIn == contents.Epoch && IsOutage(result, known)
            && known.Satisfies(request, clock.Now)) return await known.GoStale(clock.Time);
        contents.Keep(Shared(request), result, gotAt, begunIn, known);
        return result;
    }

    // A failure with a time is one of an attempt, after which the source knows that there is no living token.
    private static bool IsOutage(TokenResult result, CacheEntry known) => result.HasToken
        ? result.IsStale && result.Token.Generation < known.Token.Generation
        : result.Failure is
        {
            Kind: FailureKind.StoreUnavailable or FailureKind.VaultUnavailable
                or FailureKind.SealBroken or FailureKind.SealingKeyUnknown,
            At: null,
        };
}
