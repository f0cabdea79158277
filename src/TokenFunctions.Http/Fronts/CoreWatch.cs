using Microsoft.Extensions.Logging;
using TokenFunctions.Storage;
using TokenFunctions.Tokens;

namespace TokenFunctions.Http.Fronts;

/// <summary>Learns from each answer whether the core can be asked, and tells the log when that changes. Nothing is
/// asked for its sake: a front that nobody asks does not know.</summary>
internal sealed partial class CoreWatch(StoreClock clock, ILogger<CoreWatch> logger)
{
    // However often answers go one way and the other, trouble is told once in this time. What came within it is told
    // by the first failure after it.
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();
    private volatile CoreTrouble? trouble;
    private volatile string? told;
    private long? toldAt;

    /// <summary>What was wrong at the last answer; null = nothing.</summary>
    public CoreTrouble? Trouble => trouble;

    /// <summary>Notes an answer.</summary>
    /// <param name="failure">Why the core gave no token; null = it gave one.</param>
    public void Note(TokenFailure? failure)
    {
        var now = failure is not null && CoreFailure.IsOfWholeFront(failure) ? CoreFailure.Of(failure) : null;
        if (IsSettled(now)) return;
        lock (gate)
        {
            if (IsSettled(now)) return;
            if (!IsSame(now?.Code, trouble?.Code))
                trouble = now is null ? null : new CoreTrouble(now.Code, clock.Now);
            if (now is null) TellRestored();
            else if (!IsSame(now.Code, told)) Tell(now);
        }
    }

    private static bool IsSame(string? code, string? other) => string.Equals(code, other, StringComparison.Ordinal);

    private bool IsSettled(TokenFailure? now) => IsSame(now?.Code, trouble?.Code) && IsSame(now?.Code, told);

    private void Tell(TokenFailure failure)
    {
        if (toldAt is { } at && clock.Time.GetElapsedTime(at) < Pause) return;
        (toldAt, told) = (clock.Time.GetTimestamp(), failure.Code);
        if (failure.Kind == FailureKind.ServiceRefused) LogRefused(failure.Detail);
        else LogUnavailable(failure.Detail);
    }

    private void TellRestored()
    {
        if (told is null) return;
        told = null;
        LogRestored();
    }

    [LoggerMessage(2061, LogLevel.Error, "The core cannot be asked; living tokens are handed out meanwhile: {Detail}",
        EventName = "core_unavailable")]
    private partial void LogUnavailable(string detail);

    [LoggerMessage(2062, LogLevel.Error, "The core does not serve this front: {Detail}", EventName = "core_refused")]
    private partial void LogRefused(string detail);

    [LoggerMessage(2063, LogLevel.Information, "The core serves this front again", EventName = "core_restored")]
    private partial void LogRestored();
}
