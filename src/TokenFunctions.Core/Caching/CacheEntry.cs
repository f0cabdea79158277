using System.Diagnostics.CodeAnalysis;
using TokenFunctions.Tokens;

namespace TokenFunctions.Caching;

/// <summary>An answer that is kept, and when it was got. Its times are ticks of <see cref="CacheTimes"/>.</summary>
internal sealed class CacheEntry : IRemembered
{
    private readonly CacheTimes times;
    private readonly long earlyFrom;
    private readonly long validUntil;
    private long restsUntil = long.MinValue;
    private long usedAt;
    private long askedAt;
    private volatile Stale? stale;

    /// <summary>An entry of an answer with a token.</summary>
    /// <param name="result">The answer.</param>
    /// <param name="gotAt">When it was asked for.</param>
    /// <param name="times">The periods.</param>
    /// <param name="before">The entry whose token it may have confirmed; null = none.</param>
    public CacheEntry(TokenResult result, long gotAt, CacheTimes times, CacheEntry? before = null)
    {
        (this.times, GotAt, usedAt, askedAt) = (times, gotAt, gotAt, gotAt);
        (earlyFrom, validUntil) =
            (times.EarlyFrom(gotAt, result.RevalidateAfter), times.After(gotAt, result.RevalidateAfter));
        Answer = result with { Origin = TokenOrigin.Cache };
        Bytes = ReferenceEquals(before?.Token, Token) ? before.Bytes : CacheWeight.Of(result);
        if (result.IsStale) stale = new Stale(Answer, gotAt);
    }

    public Token Token => Answer.Token!;

    /// <summary>When it was asked for.</summary>
    public long GotAt { get; }

    /// <inheritdoc/>
    public long UsedAt => Volatile.Read(ref usedAt);

    /// <inheritdoc/>
    public long Bytes { get; }

    /// <summary>The answer, from memory; the same each time, so that a hit allocates nothing.</summary>
    public TokenResult Answer { get; }

    /// <summary>Whether it comes from an earlier run of the program, and the source has not been asked since.</summary>
    public bool IsRestored { get; init; }

    /// <summary>Whether the answer does for a plain request, as was looked at a moment ago: all that a hit looks
    /// at.</summary>
    public bool IsFresh(long ticks) => ticks < Volatile.Read(ref restsUntil);

    /// <summary>Whether the entry still is what the source would say.</summary>
    public bool IsValid(long ticks) => ticks < validUntil;

    /// <summary>Whether the source was tried a moment ago and could not be asked, so that nobody waits for the next
    /// try.</summary>
    public bool IsStale(long ticks, [NotNullWhen(true)] out TokenResult? answer)
    {
        var known = stale;
        answer = known is not null && ticks - known.At < times.StaleFor ? known.Answer : null;
        return answer is not null;
    }

    /// <summary>The answer while the source cannot be asked.</summary>
    public TokenResult StaleAnswer() => stale?.Answer ?? Answer with { IsStale = true };

    /// <summary>Notes that the source could not be asked just now.</summary>
    /// <returns>The answer that is served meanwhile.</returns>
    public TokenResult GoStale(long ticks)
    {
        var answer = StaleAnswer();
        stale = new Stale(answer, ticks);
        Volatile.Write(ref askedAt, ticks);
        return answer;
    }

    /// <summary>Whether the token does for the request.</summary>
    public bool Satisfies(TokenRequest request, DateTimeOffset now) =>
        !request.Flush
        && Lives(now)
        && (request.Invalid is null || Token.Generation > request.Invalid)
        && !(Token.ExpiresAt - now < request.MinTtl);

    /// <summary>Whether the token does for a plain request.</summary>
    public bool Lives(DateTimeOffset now) => !(Answer.DeadAt <= now) && !(Token.ExpiresAt < now);

    /// <summary>Whether to ask the source behind the answer; says so to one caller, then for a while to none.</summary>
    public bool AsksBehind(DateTimeOffset now, long ticks) => IsWanted(now, ticks) && TriesAgain(ticks);

    /// <summary>Whether a second has passed since the source was asked last; says so to one caller.</summary>
    public bool TriesAgain(long ticks)
    {
        var last = Volatile.Read(ref askedAt);
        return ticks - last >= times.BehindPause
            && Interlocked.CompareExchange(ref askedAt, ticks, last) == last;
    }

    /// <summary>Notes that it was used and looked at, and until when a plain request need not look again. Between two
    /// looks nothing is written, so that callers on many cores share the entry without a dispute.</summary>
    public void Rest(DateTimeOffset now, long ticks)
    {
        Touch(ticks);
        var next = IsWanted(now, ticks)
            ? Volatile.Read(ref askedAt) + times.BehindPause
            : Math.Min(earlyFrom, Until(Answer.DueAt));
        var end = Math.Min(Until(Answer.DeadAt), Until(Token.ExpiresAt));
        var most = Math.Min(validUntil, ticks + times.MostRest);
        Volatile.Write(ref restsUntil, Math.Min(Math.Min(next, end), most));

        long Until(DateTimeOffset? at) => at is { } set ? times.After(ticks, set - now) : long.MaxValue;
    }

    public void Touch(long ticks) => Volatile.Write(ref usedAt, ticks);

    private bool IsWanted(DateTimeOffset now, long ticks) => ticks >= earlyFrom || Answer.DueAt <= now;

    private sealed record Stale(TokenResult Answer, long At);
}
