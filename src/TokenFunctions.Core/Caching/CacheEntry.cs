using System.Diagnostics.CodeAnalysis;
using TokenFunctions.Tokens;

namespace TokenFunctions.Caching;

/// <summary>An answer that is kept, and when it was got.</summary>
internal sealed class CacheEntry : IRemembered
{
    private const int Overhead = 512;
    // A due token whose renewal fails would otherwise ask the source again with every request.
    private static readonly TimeSpan BehindPause = TimeSpan.FromSeconds(1);
    // While the source is tried behind, nobody waits for it; after that long without a try the next caller does.
    private static readonly TimeSpan StaleFor = TimeSpan.FromSeconds(5);

    private readonly TokenResult result;
    private readonly long gotAt;
    private long usedAt;
    private long askedAt;
    private volatile Stale? stale;

    /// <summary>An entry of an answer with a token.</summary>
    /// <param name="result">The answer.</param>
    /// <param name="gotAt">When it was asked for, in ticks of the time provider.</param>
    /// <param name="before">The entry whose token it may have confirmed; null = none.</param>
    public CacheEntry(TokenResult result, long gotAt, CacheEntry? before = null)
    {
        (this.result, this.gotAt, usedAt, askedAt) = (result, gotAt, gotAt, gotAt);
        Token = result.Token!;
        Bytes = ReferenceEquals(before?.Token, Token) ? before.Bytes : Overhead + (2L * Characters(Token));
        Answer = Task.FromResult(result with { Origin = TokenOrigin.Cache });
        if (result.IsStale) stale = new Stale(Answer, gotAt);
    }

    public Token Token { get; }

    /// <inheritdoc/>
    public long UsedAt => Volatile.Read(ref usedAt);

    /// <inheritdoc/>
    public long Bytes { get; }

    /// <summary>The answer, from memory; the same each time, so that a hit allocates nothing.</summary>
    public Task<TokenResult> Answer { get; }

    /// <summary>Whether the entry still is what the source would say.</summary>
    public bool IsValid(TimeProvider time) => time.GetElapsedTime(gotAt) < result.RevalidateAfter;

    /// <summary>Whether the source was tried a moment ago and could not be asked, so that nobody waits for the next
    /// try.</summary>
    public bool IsStale(TimeProvider time, [NotNullWhen(true)] out Task<TokenResult>? answer)
    {
        var known = stale;
        answer = known is not null && time.GetElapsedTime(known.At) < StaleFor ? known.Answer : null;
        return answer is not null;
    }

    /// <summary>Notes that the source could not be asked just now.</summary>
    /// <returns>The answer that is served meanwhile.</returns>
    public Task<TokenResult> GoStale(TimeProvider time)
    {
        var now = time.GetTimestamp();
        var answer = stale?.Answer ?? Task.FromResult(Answer.Result with { IsStale = true });
        stale = new Stale(answer, now);
        Volatile.Write(ref askedAt, now);
        return answer;
    }

    /// <summary>Whether the token does for the request.</summary>
    public bool Satisfies(TokenRequest request, DateTimeOffset now) =>
        !request.Flush
        && !(result.DeadAt <= now)
        && (request.Invalid is null || Token.Generation > request.Invalid)
        && !(Token.ExpiresAt - now < request.MinTtl);

    /// <summary>Whether to ask the source behind the answer; says so to one caller, then for a while to none.</summary>
    public bool AsksBehind(DateTimeOffset now, TimeProvider time) => result.DueAt <= now && TriesAgain(time);

    /// <summary>Whether a second has passed since the source was asked last; says so to one caller.</summary>
    public bool TriesAgain(TimeProvider time)
    {
        var last = Volatile.Read(ref askedAt);
        return time.GetElapsedTime(last) >= BehindPause
            && Interlocked.CompareExchange(ref askedAt, time.GetTimestamp(), last) == last;
    }

    public void Touch(long now) => Volatile.Write(ref usedAt, now);

    private static int Characters(Token token) =>
        token.Value.Length + token.Extra.Sum(e => e.Key.Length + e.Value.GetRawText().Length);

    private sealed record Stale(Task<TokenResult> Answer, long At);
}
