using System.Diagnostics.CodeAnalysis;
using TokenFunctions.Tokens;

namespace TokenFunctions.Caching;

/// <summary>An answer that is kept, and when it was got. Its times are ticks of <see cref="CacheTimes"/>, which it is
/// given rather than holds: there are very many entries.</summary>
internal sealed class CacheEntry : IRemembered
{
    private readonly int bytes;
    private long restsUntil = long.MinValue;
    private long usedAt;
    // Null = the source has not been asked since the answer came.
    private volatile Retry? retry;

    /// <summary>An entry of an answer with a token.</summary>
    /// <param name="result">The answer.</param>
    /// <param name="gotAt">When it was asked for.</param>
    /// <param name="bytes">About how much memory it takes.</param>
    public CacheEntry(TokenResult result, long gotAt, long bytes)
    {
        (GotAt, usedAt, this.bytes) = (gotAt, gotAt, (int)Math.Min(bytes, int.MaxValue));
        Answer = result.Origin == TokenOrigin.Cache ? result : result with { Origin = TokenOrigin.Cache };
        if (result.IsStale) retry = new Retry(gotAt, Answer, gotAt);
    }

    public Token Token => Answer.Token!;

    /// <summary>When it was asked for.</summary>
    public long GotAt { get; }

    /// <inheritdoc/>
    public long UsedAt => Volatile.Read(ref usedAt);

    /// <inheritdoc/>
    public long Bytes => bytes;

    /// <summary>The answer, from memory; the same each time, so that a hit allocates nothing.</summary>
    public TokenResult Answer { get; }

    /// <summary>Whether it comes from an earlier run of the program, and the source has not been asked since.</summary>
    public bool IsRestored { get; init; }

    /// <summary>Whether the answer does for a plain request, as was looked at a moment ago: all that a hit looks
    /// at.</summary>
    public bool IsFresh(long ticks) => ticks < Volatile.Read(ref restsUntil);

    /// <summary>Whether the entry still is what the source would say.</summary>
    public bool IsValid(long ticks, CacheTimes times) => ticks < ValidUntil(times);

    /// <summary>Whether the source was tried a moment ago and could not be asked, so that nobody waits for the next
    /// try.</summary>
    public bool IsStale(long ticks, CacheTimes times, [NotNullWhen(true)] out TokenResult? answer)
    {
        var last = retry;
        answer = last is not null && ticks - last.StaleAt < times.StaleFor ? last.Stale : null;
        return answer is not null;
    }

    /// <summary>The answer while the source cannot be asked.</summary>
    public TokenResult StaleAnswer() => retry?.Stale ?? Answer with { IsStale = true };

    /// <summary>Notes that the source could not be asked just now.</summary>
    /// <returns>The answer that is served meanwhile.</returns>
    public TokenResult GoStale(long ticks)
    {
        var answer = StaleAnswer();
        retry = new Retry(ticks, answer, ticks);
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
    public bool AsksBehind(DateTimeOffset now, long ticks, CacheTimes times) =>
        IsWanted(now, ticks, times) && TriesAgain(ticks, times);

    /// <summary>Whether a second has passed since the source was asked last; says so to one caller.</summary>
    public bool TriesAgain(long ticks, CacheTimes times)
    {
        var last = retry;
        return ticks - AskedAt(last) >= times.BehindPause
            && Interlocked.CompareExchange(ref retry, new Retry(ticks, last?.Stale, last?.StaleAt ?? 0), last) == last;
    }

    /// <summary>Notes that it was used and looked at, and until when a plain request need not look again. Between two
    /// looks nothing is written, so that callers on many cores share the entry without a dispute.</summary>
    public void Rest(DateTimeOffset now, long ticks, CacheTimes times)
    {
        Touch(ticks);
        var next = IsWanted(now, ticks, times)
            ? AskedAt(retry) + times.BehindPause
            : Math.Min(EarlyFrom(times), Until(Answer.DueAt));
        var end = Math.Min(Until(Answer.DeadAt), Until(Token.ExpiresAt));
        var most = Math.Min(ValidUntil(times), ticks + times.MostRest);
        Volatile.Write(ref restsUntil, Math.Min(Math.Min(next, end), most));

        long Until(DateTimeOffset? at) => at is { } set ? times.After(ticks, set - now) : long.MaxValue;
    }

    public void Touch(long ticks) => Volatile.Write(ref usedAt, ticks);

    private bool IsWanted(DateTimeOffset now, long ticks, CacheTimes times) =>
        ticks >= EarlyFrom(times) || Answer.DueAt <= now;

    private long EarlyFrom(CacheTimes times) => times.EarlyFrom(GotAt, Answer.RevalidateAfter);

    private long ValidUntil(CacheTimes times) => times.After(GotAt, Answer.RevalidateAfter);

    private long AskedAt(Retry? last) => last?.AskedAt ?? GotAt;

    // When the source was asked last, and what is answered if it could not be asked, found out at that time.
    private sealed record Retry(long AskedAt, TokenResult? Stale, long StaleAt);
}
