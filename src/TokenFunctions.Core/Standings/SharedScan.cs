using System.Collections.Concurrent;
using TokenFunctions.Tokens;

namespace TokenFunctions.Standings;

/// <summary>One reading of many tokens for all who ask for it at the same time, and for a while after: four times as
/// long as it took, so that however many look on, the store is busy with it a fifth of the time at the most.</summary>
/// <param name="time">The clock of that age.</param>
internal sealed class SharedScan(TimeProvider time)
{
    private const int Rest = 4;
    private const int MaxScopes = 100;

    /// <summary>The longest that somebody waits for a reading, which goes on without them.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly ConcurrentDictionary<string, Entry> entries = new(StringComparer.Ordinal);
    private readonly SingleFlight<string, IReadOnlyDictionary<TokenKey, Standing>> flights = new();

    /// <summary>What was read of a scope; null = it takes longer than <see cref="Patience"/>, and who asks again later
    /// gets it.</summary>
    public async Task<IReadOnlyDictionary<TokenKey, Standing>?> FindAsync(
        string scope, Func<Task<IReadOnlyDictionary<TokenKey, Standing>>> read, CancellationToken cancellationToken)
    {
        if (entries.TryGetValue(scope, out var entry) && time.GetElapsedTime(entry.EndedAt) < entry.Took * Rest)
            return entry.Standings;
        var flight = flights.Join(scope, () => ReadAsync(scope, read));
        try
        {
            return await flight.WaitAsync(Patience, time, cancellationToken);
        }
        catch (TimeoutException) when (!flight.IsCompleted)
        {
            return null;
        }
    }

    private async Task<IReadOnlyDictionary<TokenKey, Standing>> ReadAsync(
        string scope, Func<Task<IReadOnlyDictionary<TokenKey, Standing>>> read)
    {
        var begunAt = time.GetTimestamp();
        var standings = await read();
        var endedAt = time.GetTimestamp();
        if (entries.Count >= MaxScopes) entries.Clear();
        entries[scope] = new Entry(standings, endedAt, time.GetElapsedTime(begunAt, endedAt));
        return standings;
    }

    private sealed record Entry(IReadOnlyDictionary<TokenKey, Standing> Standings, long EndedAt, TimeSpan Took);
}
