using Microsoft.Extensions.Logging;
using TokenFunctions.Renewals.Judging;
using TokenFunctions.Storage;

namespace TokenFunctions.Sweeping;

/// <summary>Marks behind an answer that a caller uses the token, so that the sweep renews it.</summary>
internal sealed partial class Uses(UsedStore store, DueHints hints, Background background, ILogger<Uses> logger)
{
    /// <summary>Marks the generation that is being handed out, once a process.</summary>
    public void Note(Situation situation)
    {
        var (key, generation) = (situation.State.Key, situation.State.Generation);
        if (!store.Claim(key, generation)) return;
        background.Run("use", () => MarkAsync(situation.State));
        // Nobody used it till now, so its hint may have been dropped; the process may be frozen after this answer
        // and never end the renewal that it begins.
        if (situation.IsDue) hints.PutNow(key);
    }

    private async Task MarkAsync(TokenState state)
    {
        try
        {
            await store.MarkAsync(state.Key, state.Generation, CancellationToken.None);
        }
        catch (StoreUnavailableException)
        {
            // The next caller's answer marks it.
            LogLost(state.Key.Realm, state.Key.Key);
        }
    }

    [LoggerMessage(1212, LogLevel.Warning, "The use of {Realm}/{Key} was not marked; the next answer tries again",
        EventName = "use_mark_failed")]
    private partial void LogLost(string realm, string key);
}
