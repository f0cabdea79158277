using TokenFunctions.Realms;
using TokenFunctions.Storage;

namespace TokenFunctions.Quotas;

/// <summary>The realm's row of one limit, as this instance knows it. Others add to it, so that one that is used up
/// needs no further look for a while.</summary>
internal sealed class RealmLedger(
    QuotaStore store, string realm, LimitId id, StoreClock clock, BrokerTimes times, Random random)
{
    private Seen? seen;

    /// <summary>The calls that count now as far as this instance knows, without asking the store; none when it has not
    /// looked for a while.</summary>
    public Tally Known(DateTimeOffset now) => Calls(Fresh(now), now);

    /// <summary>How many calls of those that this instance knows of count now, however long ago it looked; null = it
    /// has never looked.</summary>
    public long? LastUsed(DateTimeOffset now) =>
        Volatile.Read(ref seen) is { } last ? Calls(last.Row, now).Used : null;

    /// <summary>Reads the row, unless this instance knows it.</summary>
    /// <exception cref="StoreUnavailableException">The store does not answer.</exception>
    public Task LookAsync() => Fresh(clock.Now) is null ? ReadAsync() : Task.CompletedTask;

    /// <summary>Counts further calls in the row.</summary>
    /// <param name="limit">The limit.</param>
    /// <param name="forced">Whether they are for forced renewals.</param>
    /// <param name="wanted">How many are wanted, told the room that there is. Fewer are given when there is no
    /// more.</param>
    /// <param name="unused">Calls that this instance counted before and did not make. The first write takes them out;
    /// after one that failed they stay counted, for it may have failed only in its answer.</param>
    /// <exception cref="StoreUnavailableException">The store does not answer.</exception>
    public async Task<RealmDraw> DrawAsync(CallLimit limit, bool forced, Func<long, long> wanted, RealmBlock unused)
    {
        var (left, lost) = (unused.Left, 0);
        var allowed = limit.Allowed(forced);
        for (var tries = 0; ; tries++)
        {
            try
            {
                var row = Fresh(clock.Now) ?? await ReadAsync();
                var now = clock.Now;
                var calls = Calls(row, now);
                if (left > 0) calls = calls.Without(unused.End, left);
                var room = allowed - calls.Used;
                if (room <= 0)
                    return new(left > 0 ? unused : RealmBlock.None, calls.RoomAt(allowed, id.Window));
                var count = Math.Min(room, wanted(room));
                var drawn = calls.Add(limit.EndOf(now), count, id.Window);
                if (await SaveAsync(row, drawn))
                    return new(new(drawn.LastEnd!.Value, count, drawn.Used <= limit.Allowed(forced: true)), null);
            }
            catch (StoreUnavailableException) when (lost == 0)
            {
                lost++;
            }

            left = 0;
            Volatile.Write(ref seen, null);
            if (tries > 0) await PauseAsync(tries);
        }
    }

    // Where another instance took calls out that it did not make, or the row was removed, that is seen in time.
    private QuotaRow? Fresh(DateTimeOffset now) =>
        Volatile.Read(ref seen) is { } last && now - last.At < times.RegistryAge ? last.Row : null;

    private Tally Calls(QuotaRow? row, DateTimeOffset now) => TallyText.Read(row?.Calls ?? "").At(now, id.Window);

    private async Task<QuotaRow> ReadAsync()
    {
        var row = await store.GetAsync(realm, id.ToString(), CancellationToken.None);
        Volatile.Write(ref seen, new Seen(row, clock.Now));
        return row;
    }

    private async Task<bool> SaveAsync(QuotaRow row, Tally calls)
    {
        var changed = row with
        {
            Calls = TallyText.Write(calls),
            EndsAt = DateTimeOffset.FromUnixTimeMilliseconds(calls.LastEnd!.Value) + id.Window,
        };
        if (await store.TrySaveAsync(changed, CancellationToken.None) is not { } saved) return false;
        Volatile.Write(ref seen, new Seen(saved, clock.Now));
        return true;
    }

    // Somebody else was faster each time; the more are at it, the longer it takes until all have had their turn.
    private Task PauseAsync(int tries)
    {
        var most = times.PollMin * Math.Pow(2, Math.Min(tries, 10));
        if (most > times.PollMax) most = times.PollMax;
        return Task.Delay(TimeSpan.FromMilliseconds(1) + (most * random.NextDouble()), clock.Time);
    }

    private sealed record Seen(QuotaRow Row, DateTimeOffset At);
}
