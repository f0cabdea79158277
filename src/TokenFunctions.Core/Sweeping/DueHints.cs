using Microsoft.Extensions.Logging;
using TokenFunctions.Storage;
using TokenFunctions.Tokens;

namespace TokenFunctions.Sweeping;

/// <summary>Writes hints for the sweep behind whatever made a token due. A hint that cannot be written fails nobody:
/// the slow pass of the sweep finds the token without it.</summary>
public sealed partial class DueHints(
    DueStore store, StoreClock clock, BrokerTimes times, Background background, ILogger<DueHints> logger)
{
    // How far apart the tokens of one realm become due when all of them do so at once.
    private static readonly TimeSpan Spread = TimeSpan.FromMinutes(1);

    /// <summary>Hints at the token as its row was just written.</summary>
    internal void Note(TokenState state)
    {
        if (LookAt(state) is { } at) Put(state.Key, at);
        if (state.Notice.Owed != NoticeKind.None) Put(state.Key, state.Notice.NotBefore ?? clock.Now);
    }

    /// <summary>Hints that the token should be looked at now.</summary>
    public void PutNow(TokenKey key) => Put(key, clock.Now);

    /// <summary>Hints at a token whose secret was changed, for the time from which every process knows that.</summary>
    public void PutChanged(TokenKey key) => Put(key, KnownFrom);

    /// <summary>Hints at the tokens of a changed realm, one after the other within a minute.</summary>
    /// <param name="keys">The tokens; read behind, page by page.</param>
    public void PutChanged(IAsyncEnumerable<TokenKey> keys) => background.Run("due hints of a realm", async () =>
    {
        var first = KnownFrom;
        await foreach (var key in keys)
            await store.PutAsync(key, first + (Spread * RefreshPolicy.Jitter(key, 0)), CancellationToken.None);
    });

    // A process that still has the old version in memory would take the token for fresh, and the hint for stale.
    private DateTimeOffset KnownFrom => clock.Now + times.RegistryAge + times.ClockSlack;

    /// <summary>When the sweep should look at the token; null = it has nothing to do.</summary>
    private DateTimeOffset? LookAt(TokenState state)
    {
        var at = state.IsSuspect ? clock.Now : state.HasValue ? state.DueAt : null;
        return state.Failure?.RetryAt > at ? state.Failure.RetryAt : at;
    }

    private void Put(TokenKey key, DateTimeOffset at)
    {
        if (!store.IsWritten(key, at)) background.Run("due hint", () => WriteAsync(key, at));
    }

    private async Task WriteAsync(TokenKey key, DateTimeOffset at)
    {
        try
        {
            await store.PutAsync(key, at, CancellationToken.None);
        }
        catch (StoreUnavailableException)
        {
            LogLost(key.Realm, key.Key);
        }
    }

    [LoggerMessage(1211, LogLevel.Warning,
        "The hint that {Realm}/{Key} becomes due was not written; the slow pass finds it", EventName = "hint_failed")]
    private partial void LogLost(string realm, string key);
}
