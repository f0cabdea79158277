using TokenFunctions.Tokens;

namespace TokenFunctions;

/// <summary>An answer that is kept, and when it was got.</summary>
internal sealed class CacheEntry(TokenResult result, Token token, long gotAt)
{
    private const int Overhead = 512;
    // A due token whose renewal fails would otherwise ask the source again with every request.
    private static readonly TimeSpan BehindPause = TimeSpan.FromSeconds(1);
    private readonly long gotAt = gotAt;
    private long usedAt = gotAt;
    private long askedAt = gotAt;

    public Token Token => token;

    /// <summary>When it was last handed out, in ticks of the time provider.</summary>
    public long UsedAt => Volatile.Read(ref usedAt);

    /// <summary>About how much memory it takes.</summary>
    public long Bytes { get; } = Overhead + (2L * Characters(token));

    /// <summary>The answer, from memory.</summary>
    public TokenResult Answer { get; } = TokenResult.Of(token) with
    {
        Origin = TokenOrigin.Cache,
        RenewalFailed = result.RenewalFailed,
        RevalidateAfter = result.RevalidateAfter,
        DueAt = result.DueAt,
        DeadAt = result.DeadAt,
    };

    /// <summary>Whether the entry still is what the source would say.</summary>
    public bool IsValid(TimeProvider time) => time.GetElapsedTime(gotAt) < result.RevalidateAfter;

    /// <summary>Whether the token does for the request.</summary>
    public bool Satisfies(TokenRequest request, DateTimeOffset now) =>
        !request.Flush
        && !(result.DeadAt <= now)
        && (request.Invalid is null || token.Generation > request.Invalid)
        && !(token.ExpiresAt - now < request.MinTtl);

    /// <summary>Whether to ask the source behind the answer; says so to one caller, then for a while to none.</summary>
    public bool AsksBehind(DateTimeOffset now, TimeProvider time)
    {
        var last = Volatile.Read(ref askedAt);
        return result.DueAt <= now
            && time.GetElapsedTime(last) >= BehindPause
            && Interlocked.CompareExchange(ref askedAt, time.GetTimestamp(), last) == last;
    }

    public void Touch(long now) => Volatile.Write(ref usedAt, now);

    private static int Characters(Token token) =>
        token.Value.Length + token.Extra.Sum(e => e.Key.Length + e.Value.GetRawText().Length);
}
