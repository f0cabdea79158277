using System.Diagnostics.CodeAnalysis;
using TokenFunctions.Storage;
using TokenFunctions.Tokens;

namespace TokenFunctions.Client.Remote;

/// <summary>Leaves a service alone that is away: for a second at first, then longer and longer, or as long as it asks
/// to. Meanwhile calls fail at once.</summary>
/// <param name="clock">The service's time, in which failures say until when; pauses are measured in the machine's
/// own.</param>
/// <param name="random">The source of the jitter, so that programs do not come back all at once.</param>
internal sealed class ServicePause(StoreClock clock, Random random)
{
    /// <summary>The longest pause that the service can ask for: what says more is a mistake of something on the
    /// way.</summary>
    public static readonly TimeSpan LongestAsked = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);
    private readonly Lock gate = new();
    private TokenFailure? cause;
    private TimeSpan length;
    private bool isAsked;
    private bool isOfCheck;
    private int failures;
    private long begunAt;
    private long answeredAt = long.MinValue;

    /// <summary>Whether the service is left alone just now, and what callers are told.</summary>
    /// <param name="isCheck">Whether the caller has a living token, and so no time to wait.</param>
    /// <param name="failure">What the caller is told.</param>
    public bool IsOn(bool isCheck, [NotNullWhen(true)] out TokenFailure? failure)
    {
        lock (gate)
        {
            // A service that starts is too slow for a check, and quick enough for who needs a token.
            var left = isOfCheck && !isCheck ? TimeSpan.Zero : Left;
            failure = left > TimeSpan.Zero ? Told(cause!, left) : null;
            return failure is not null;
        }
    }

    /// <summary>Notes that the service answered.</summary>
    /// <param name="sentAt">When it was asked, in ticks of the time provider.</param>
    public void Answered(long sentAt)
    {
        lock (gate)
        {
            answeredAt = clock.Time.GetTimestamp();
            // It has asked to be left alone since.
            if (isAsked && sentAt < begunAt) return;
            (cause, length, isAsked, isOfCheck, failures) = (null, TimeSpan.Zero, false, false, 0);
        }
    }

    /// <summary>Notes that nothing came back. While others are answered, that is no reason to leave the service
    /// alone.</summary>
    /// <param name="failure">What callers are told.</param>
    /// <param name="sentAt">When it was asked, in ticks of the time provider.</param>
    /// <param name="wasShort">Whether it had no more time than a check has: then only checks are kept back.</param>
    /// <returns>The failure, with the time from which to ask again.</returns>
    public TokenFailure Silent(TokenFailure failure, long sentAt, bool wasShort = false)
    {
        lock (gate) return answeredAt > sentAt ? Told(failure, First) : Begin(failure, sentAt, null, wasShort);
    }

    /// <summary>Notes that the service, or what stands in front of it, cannot serve just now.</summary>
    /// <param name="failure">What callers are told.</param>
    /// <param name="sentAt">When it was asked, in ticks of the time provider.</param>
    /// <param name="asked">How long it asks to be left alone; null = it does not.</param>
    /// <returns>The failure, with the time from which to ask again.</returns>
    public TokenFailure Away(TokenFailure failure, long sentAt, TimeSpan? asked)
    {
        lock (gate) return Begin(failure, sentAt, asked is { } wish ? Least(wish, LongestAsked) : null, false);
    }

    private TimeSpan Left => length - clock.Time.GetElapsedTime(begunAt);

    private TokenFailure Begin(TokenFailure failure, long sentAt, TimeSpan? asked, bool isCheck)
    {
        var before = cause is null ? TimeSpan.Zero : Left;
        isOfCheck = isCheck && (isOfCheck || before <= TimeSpan.Zero);
        // Calls that were under way when the pause began belong to the same failure: a hundred of them are no reason
        // to wait a hundred times as long.
        var isSame = cause is not null && sentAt < begunAt;
        if (!isSame) failures++;
        var pause = isSame ? before : Jitter(Grown());
        if (asked is { } least && least + Jitter(First) is var wanted && wanted > pause) pause = wanted;
        (cause, isAsked) = (failure, asked is not null || (isAsked && isSame));
        if (!isSame || pause > before) (begunAt, length) = (clock.Time.GetTimestamp(), pause);
        return Told(failure, Left > TimeSpan.Zero ? Left : First);
    }

    private static TimeSpan Least(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private TimeSpan Grown() => Least(First * Math.Pow(2, Math.Min(failures - 1, 30)), Longest);

    // Half of it at least, so that a service that is away is never asked in a tight loop.
    private TimeSpan Jitter(TimeSpan pause) => pause * (0.5 + (random.NextDouble() / 2));

    private TokenFailure Told(TokenFailure failure, TimeSpan left) => failure with { RetryAt = clock.Now + left };
}
