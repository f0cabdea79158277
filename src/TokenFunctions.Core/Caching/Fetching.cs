using TokenFunctions.Storage;
using TokenFunctions.Tokens;

namespace TokenFunctions.Caching;

/// <summary>The calls of a cache to its source: equal requests share one, and what it brings is remembered.</summary>
internal sealed class Fetching(ITokenSource source, StoreClock clock, Background background, CacheContents contents)
{
    private readonly SingleFlight<TokenRequest, TokenResult> flights = new();

    /// <summary>The answer of the source, or the failure that it gave a moment ago.</summary>
    public ValueTask<TokenResult> FetchAsync(TokenRequest request, CancellationToken cancellationToken)
    {
        // A flush wants what is newer than its own asking, so it cannot share the call of one that asked before it.
        if (request.Flush) return new(background.Start(() => AskAsync(request, null)).WaitAsync(cancellationToken));
        return contents.TryFindFailure(Shared(request), out var failure)
            ? new(failure)
            : new(JoinAsync(request, cancellationToken));
    }

    /// <summary>Asks behind an answer, if nobody does so already.</summary>
    public void AskBehind(CacheEntry entry)
    {
        var request = new TokenRequest(entry.Token.Key);
        _ = flights.Join(request, () => background.Start(() => AskAsync(request, entry)));
    }

    /// <summary>Lets running calls go on alone: who asks from now on starts another.</summary>
    public void DetachAll() => flights.DetachAll();

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
        return entry is not null && entry.IsValid(contents.Ticks, contents.Times)
            ? Task.FromResult(entry.Answer)
            : background.Start(() => AskAsync(request, entry));
    }

    // With an entry that would do, the source is asked whether it still holds.
    private async Task<TokenResult> AskAsync(TokenRequest request, CacheEntry? known)
    {
        var (begunIn, gotAt) = (contents.Epoch, contents.Ticks);
        var conditional = known is null ? request : request with { Held = known.Token };
        var result = await source.GetAsync(conditional, CancellationToken.None);
        if (known is not null && IsAway(result) && !known.Satisfies(request, clock.Now))
        {
            // A check is given little time; without a living token the whole wait is worth it.
            (known, gotAt) = (null, contents.Ticks);
            result = await source.GetAsync(request, CancellationToken.None);
        }

        contents.Note(result);
        if (known is not null && begunIn == contents.Epoch && IsOutage(result, known)
            && known.Satisfies(request, clock.Now)) return known.GoStale(contents.Ticks);
        contents.Keep(Shared(request), result, gotAt, begunIn, known);
        return result;
    }

    private static bool IsAway(TokenResult result) => result.Failure is { Kind: FailureKind.ServiceUnavailable };

    // A failure with a time is one of an attempt, after which the source knows that there is no living token.
    private static bool IsOutage(TokenResult result, CacheEntry known) => result.HasToken
        ? result.IsStale && result.Token.Generation < known.Token.Generation
        : result.Failure is
        {
            Kind: FailureKind.StoreUnavailable or FailureKind.VaultUnavailable
                or FailureKind.SealBroken or FailureKind.SealingKeyUnknown or FailureKind.ServiceUnavailable,
            At: null,
        };
}
