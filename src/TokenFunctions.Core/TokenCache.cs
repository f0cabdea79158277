using System.Diagnostics.CodeAnalysis;
using TokenFunctions.Caching;
using TokenFunctions.Storage;
using TokenFunctions.Tokens;

namespace TokenFunctions;

/// <summary>Tokens in memory over another source: a fresh one is answered without a lock, a due one is answered and
/// renewed behind, a dead one is waited for; equal requests share one call. While the source cannot be asked, a living
/// one is answered too, marked as stale.</summary>
public sealed class TokenCache : IFreshTokens
{
    private readonly StoreClock clock;
    private readonly CacheContents contents;
    private readonly Fetching fetching;

    /// <summary>An empty cache.</summary>
    /// <param name="source">What it asks.</param>
    /// <param name="clock">The time that the source's answers are in.</param>
    /// <param name="background">Runs the calls to the source, which belong to no caller.</param>
    /// <param name="limits">What it may hold.</param>
    public TokenCache(ITokenSource source, StoreClock clock, Background background, CacheLimits limits)
    {
        this.clock = clock;
        contents = new CacheContents(clock, limits);
        fetching = new Fetching(source, clock, background, contents);
    }

    /// <summary>About how much memory the tokens take, in bytes.</summary>
    public long Bytes => contents.Bytes;

    /// <summary>How many tokens are in memory.</summary>
    public int Count => contents.Count;

    /// <summary>Grows when a token comes, is replaced or is no good any more.</summary>
    public long Changes => contents.Changes;

    /// <inheritdoc/>
    public ValueTask<TokenResult> GetAsync(TokenRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var ticks = contents.Ticks;
        if (contents.TryGet(request.Key, out var entry))
        {
            if (request.IsPlain && entry.IsFresh(ticks)) return new(entry.Answer);
            var now = clock.Now;
            if (entry.Satisfies(request, now) && TryAnswer(entry, now, ticks, out var answer)) return new(answer);
        }

        return fetching.FetchAsync(request, cancellationToken);
    }

    /// <inheritdoc/>
    public bool TryGetFresh(TokenKey key, [NotNullWhen(true)] out TokenResult? answer)
    {
        var ticks = contents.Ticks;
        answer = null;
        if (!contents.TryGet(key, out var entry)) return false;
        if (entry.IsFresh(ticks))
        {
            answer = entry.Answer;
            return true;
        }

        var now = clock.Now;
        return entry.Lives(now) && TryAnswer(entry, now, ticks, out answer);
    }

    /// <summary>The answers whose tokens live, the longest unused last: what an <see cref="Restore"/> after a restart
    /// takes.</summary>
    public IReadOnlyList<TokenResult> Living() =>
        [.. contents.Living(clock.Now).Select(entry => entry.Answer)];

    /// <summary>Takes tokens of an earlier run of the program. Until the source has answered, each is handed out only
    /// while the source cannot be asked, marked as stale.</summary>
    /// <param name="earlier">Answers with tokens; dead ones, and those that are known already, are left out.</param>
    public void Restore(IEnumerable<TokenResult> earlier)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        foreach (var result in earlier) contents.Restore(result, clock.Now);
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
        fetching.DetachAll();
    }

    /// <summary>Forgets the failures of one token, because their cause may be gone.</summary>
    public void ForgetFailures(TokenKey key)
    {
        contents.ForgetFailures(key);
        fetching.DetachAll();
    }

    // What can be said of a living token without waiting.
    private bool TryAnswer(
        CacheEntry entry, DateTimeOffset now, long ticks, [NotNullWhen(true)] out TokenResult? answer)
    {
        var times = contents.Times;
        if (entry.IsValid(ticks, times))
        {
            if (entry.AsksBehind(now, ticks, times)) fetching.AskBehind(entry);
            entry.Rest(now, ticks, times);
            answer = entry.Answer;
            return true;
        }

        entry.Touch(ticks);
        if (!contents.IsStale(entry, ticks, out answer)) return false;
        if (entry.TriesAgain(ticks, times)) fetching.AskBehind(entry);
        return true;
    }
}
