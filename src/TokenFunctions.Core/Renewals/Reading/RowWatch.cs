using TokenFunctions.Storage;
using TokenFunctions.Storage.Formats;
using TokenFunctions.Tokens;

namespace TokenFunctions.Renewals.Reading;

/// <summary>The looks of one renewal at its row: with growing pauses between them, and patient with a store that does
/// not answer for a while.</summary>
internal sealed class RowWatch(Rows rows, TokenKey key, StoreClock clock, BrokerTimes times, Random random)
{
    private static readonly TimeSpan LeastPause = TimeSpan.FromMilliseconds(1);
    private TimeSpan next = times.PollMin;

    /// <summary>The row in the store; tried again as long as a caller waits.</summary>
    /// <exception cref="StoreUnavailableException">The store has not answered for that long.</exception>
    public async Task<TokenState> ReadAsync()
    {
        var giveUpAt = clock.Now + times.CallerDeadline;
        while (true)
        {
            try
            {
                return await rows.ReadAsync(key, CancellationToken.None);
            }
            catch (StoreUnavailableException e) when (e is not RowFormatException && clock.Now < giveUpAt)
            {
                await PauseAsync(times.PollMax);
            }
        }
    }

    /// <summary>Waits a while, longer each time, with jitter.</summary>
    /// <param name="longest">The most that this pause may take.</param>
    public async Task PauseAsync(TimeSpan longest)
    {
        var jittered = next * (0.5 + (random.NextDouble() / 2));
        var delay = jittered < longest ? jittered : longest;
        // A timer counts whole milliseconds; less than one would be no pause at all.
        await Task.Delay(delay < LeastPause ? LeastPause : delay, clock.Time);
        next = next * 1.5 < times.PollMax ? next * 1.5 : times.PollMax;
    }
}
