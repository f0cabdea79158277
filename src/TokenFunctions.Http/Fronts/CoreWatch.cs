using Microsoft.Extensions.Logging;
using TokenFunctions.Storage;
using TokenFunctions.Tokens;

namespace TokenFunctions.Http.Fronts;

/// <summary>Learns from each answer whether the core can be asked, and tells the log when that changes. Nothing is
/// asked for its sake: a front that nobody asks does not know.</summary>
internal sealed partial class CoreWatch(StoreClock clock, ILogger<CoreWatch> logger)
{
    // However often answers go one way and the other, trouble is told once in this time.
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();
    private volatile CoreTrouble? trouble;
    private long? toldAt;
    private bool isTold;

    /// <summary>What was wrong at the last answer; null = nothing.</summary>
    public CoreTrouble? Trouble => trouble;

    /// <summary>Notes an answer.</summary>
    /// <param name="failure">Why the core gave no token; null = it gave one.</param>
    public void Note(TokenFailure? failure)
    {
        var now = failure is not null && CoreFailure.IsOfWholeFront(failure) ? CoreFailure.Of(failure) : null;
        if (IsKnown(now)) return;
        lock (gate)
        {
            if (IsKnown(now)) return;
            trouble = now is null ? null : new CoreTrouble(now.Code, clock.Now);
            if (now is not null) Tell(now);
            else if (isTold) TellRestored();
        }
    }

    private bool IsKnown(TokenFailure? failure) =>
        string.Equals(failure?.Code, trouble?.Code, StringComparison.Ordinal);

    private void Tell(TokenFailure failure)
    {
        if (toldAt is { } at && clock.Time.GetElapsedTime(at) < Pause) return;
        (toldAt, isTold) = (clock.Time.GetTimestamp(), true);
        if (failure.Kind == FailureKind.ServiceRefused) LogRefused(failure.Detail);
        else LogUnavailable(failure.Detail);
    }

    private void TellRestored()
    {
        isTold = false;
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
