using Microsoft.Extensions.Logging;
using TokenFunctions.Storage;
using TokenFunctions.Tokens;

namespace TokenFunctions.Http.Fronts;

/// <summary>Learns from each answer whether the core can be asked, and tells the log when that changes. Nothing is
/// asked for its sake: a front that nobody asks does not know.</summary>
internal sealed partial class CoreWatch(StoreClock clock, ILogger<CoreWatch> logger)
{
    private readonly Lock gate = new();
    private volatile CoreTrouble? trouble;

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
        }

        if (now is null) LogRestored();
        else if (now.Kind == FailureKind.ServiceRefused) LogRefused(now.Detail);
        else LogUnavailable(now.Detail);
    }

    private bool IsKnown(TokenFailure? failure) =>
        string.Equals(failure?.Code, trouble?.Code, StringComparison.Ordinal);

    [LoggerMessage(2061, LogLevel.Error, "The core cannot be asked; living tokens are handed out meanwhile: {Detail}",
        EventName = "core_unavailable")]
    private partial void LogUnavailable(string detail);

    [LoggerMessage(2062, LogLevel.Error, "The core does not serve this front: {Detail}", EventName = "core_refused")]
    private partial void LogRefused(string detail);

    [LoggerMessage(2063, LogLevel.Information, "The core serves this front again", EventName = "core_restored")]
    private partial void LogRestored();
}
