using System.Collections.Concurrent;
using TokenFunctions.Storage;
using TokenFunctions.Tokens;

namespace TokenFunctions;

/// <summary>Tokens in memory over another source: a fresh one is answered without a lock, a due one is answered and
/// renewed behind, a dead one is waited for; equal requests share one call.</summary>
public sealed class TokenCache(ITokenSource source, StoreClock clock, Background background, CacheLimits limits)
    : ITokenSource
{
    private readonly ConcurrentDictionary<TokenKey, CacheEntry> entries = new();
    private readonly SingleFlight<TokenRequest, TokenResult> flights = new();
    private long bytes;
    private long epoch;

    /// <summary>About how much memory the tokens take, in bytes.</summary>
    public long Bytes => Interlocked.Read(ref bytes);

    /// <summary>How many tokens are in memory.</summary>
    public int Count => entries.Count;

    /// <inheritdoc/>
    public Task<TokenResult> GetAsync(TokenRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var now = clock.Now;
        if (Find(request, now) is not { } entry) return FetchAsync(request, cancellationToken);
        entry.Touch(clock.Time.GetTimestamp());
        if (entry.AsksBehind(now, clock.Time)) RenewBehind(request.Key);
        return Task.FromResult(entry.Answer);
    }

    /// <summary>Forgets the tokens of a realm, or of one key of it, because something about them was changed.</summary>
    /// <param name="realm">The realm.</param>
    /// <param name="key">One key; null = all of the realm.</param>
    public void Forget(string realm, string? key = null)
    {
        // An answer that was asked for before the change must not come into memory after it.
        Interlocked.Increment(ref epoch);
        foreach (var known in entries.Keys)
        {
            if (string.Equals(known.Realm, realm, StringComparison.Ordinal)
                && (key is null || string.Equals(known.Key, key, StringComparison.Ordinal))) Remove(known);
        }

        flights.DetachAll();
    }

    private CacheEntry? Find(TokenRequest request, DateTimeOffset now) =>
        entries.TryGetValue(request.Key, out var entry) && entry.IsValid(clock.Time) && entry.Satisfies(request, now)
            ? entry
            : null;

    private Task<TokenResult> FetchAsync(TokenRequest request, CancellationToken cancellationToken) =>
        // A flush wants what is newer than its own asking, so it cannot share the call of one that asked before it.
        request.Flush
            ? background.Start(() => AskAsync(request)).WaitAsync(cancellationToken)
            : flights.Join(request, () => Start(request)).WaitAsync(cancellationToken);

    // The flight that this caller would have joined may have ended since it looked: its answer is in memory then.
    private Task<TokenResult> Start(TokenRequest request) => Find(request, clock.Now) is { } entry
        ? Task.FromResult(entry.Answer)
        : background.Start(() => AskAsync(request));

    private void RenewBehind(TokenKey key)
    {
        var request = new TokenRequest(key);
        _ = flights.Join(request, () => background.Start(() => AskAsync(request)));
    }

    private async Task<TokenResult> AskAsync(TokenRequest request)
    {
        var begunIn = Interlocked.Read(ref epoch);
        var gotAt = clock.Time.GetTimestamp();
        var result = await source.GetAsync(request, CancellationToken.None);
        if (result.HasToken && begunIn == Interlocked.Read(ref epoch))
        {
            Keep(new CacheEntry(result, result.Token, gotAt));
            // A change between the look and the keeping has not found the entry.
            if (begunIn != Interlocked.Read(ref epoch)) Remove(request.Key);
        }
        else if (result.Failure is { Kind: FailureKind.UnknownRealm or FailureKind.UnknownSecret }) Remove(request.Key);
        return result;
    }

    private void Keep(CacheEntry entry)
    {
        var key = entry.Token.Key;
        while (true)
        {
            if (!entries.TryGetValue(key, out var old))
            {
                if (!entries.TryAdd(key, entry)) continue;
            }
            else
            {
                // Answers can overtake each other; an older generation never replaces a newer one.
                if (old.Token.Generation > entry.Token.Generation) return;
                if (!entries.TryUpdate(key, entry, old)) continue;
                Interlocked.Add(ref bytes, -old.Bytes);
            }

            if (Interlocked.Add(ref bytes, entry.Bytes) > limits.MaxBytes) Evict();
            return;
        }
    }

    private void Remove(TokenKey key)
    {
        if (entries.TryRemove(key, out var old)) Interlocked.Add(ref bytes, -old.Bytes);
    }

    // A tenth at once, so that a full memory does not sort itself at each new token.
    private void Evict()
    {
        var goal = limits.MaxBytes - (limits.MaxBytes / 10);
        foreach (var (key, _) in entries.ToArray().OrderBy(e => e.Value.UsedAt))
        {
            if (Bytes <= goal) return;
            Remove(key);
        }
    }
}
