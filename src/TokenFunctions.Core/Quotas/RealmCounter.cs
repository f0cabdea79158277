using TokenFunctions.Realms;
using TokenFunctions.Storage;

namespace TokenFunctions.Quotas;

/// <summary>Counts the calls of a realm under one limit. The row in the store is shared by all instances, so that calls
/// are drawn from it for all who wait, and a block ahead where they come fast. A block is counted before it is used; an
/// instance that ends takes what is left of its block with it.</summary>
internal sealed class RealmCounter(RealmLedger ledger, StoreClock clock)
{
    private readonly Lock gate = new();
    private readonly SingleFlight<(CallLimit Limit, bool Forced), RealmDraw> draws = new();
    private RealmBlock block = RealmBlock.None;
    private long lastAhead;
    private long waiting;
    private long max;

    /// <summary>How many calls the limit allows, as it was read last.</summary>
    public long Max { set => Volatile.Write(ref max, value); }

    /// <summary>How many calls are left now as far as this instance knows, those that it has drawn ahead included;
    /// null = it has never looked.</summary>
    public long? Left
    {
        get
        {
            if (ledger.LastUsed(clock.Now) is not { } used) return null;
            var left = Volatile.Read(ref max) - used;
            lock (gate) return Math.Max(0, block.HasLapsed(clock.Now) ? left : left + block.Left);
        }
    }

    /// <summary>Takes a call, or says when there will be one.</summary>
    /// <exception cref="StoreUnavailableException">The store does not answer.</exception>
    public async Task<(RealmCall? Call, DateTimeOffset? RoomAt)> TakeAsync(CallLimit limit, bool forced)
    {
        while (true)
        {
            if (TakeAhead(forced) is { } ready) return (ready, null);
            var draw = await WaitAsync(limit, forced);
            if (draw.RoomAt is not null) return (null, draw.RoomAt);
            // Those who waited for the block take their calls however long its writing took.
            if (Take(draw.Block, forced) is { } call) return (call, null);
        }
    }

    /// <summary>When there will be room, if it is known without asking the store that there is none now; else
    /// null.</summary>
    public DateTimeOffset? RoomAt(CallLimit limit, bool forced)
    {
        lock (gate) if (block.Left > 0) return null;
        return ledger.Known(clock.Now).RoomAt(limit.Allowed(forced), limit.Window);
    }

    /// <summary>Reads the row, unless that was done a moment ago.</summary>
    /// <exception cref="StoreUnavailableException">The store does not answer.</exception>
    public Task LookAsync() => ledger.LookAsync();

    /// <summary>Takes a call back that was not made. Where its block is not the present one any more it stays
    /// counted.</summary>
    public void PutBack(RealmCall call)
    {
        lock (gate)
        {
            if (block.Left == 0) block = call.Block;
            if (block == call.Block) block.PutBack();
        }
    }

    private RealmCall? TakeAhead(bool forced)
    {
        lock (gate) return block.HasLapsed(clock.Now) ? null : Take(block, forced);
    }

    private RealmCall? Take(RealmBlock from, bool forced)
    {
        lock (gate) return from.Take(forced) ? new RealmCall(this, from) : null;
    }

    private async Task<RealmDraw> WaitAsync(CallLimit limit, bool forced)
    {
        Interlocked.Increment(ref waiting);
        try
        {
            return await draws.Join((limit, forced), () => DrawAsync(limit, forced));
        }
        finally
        {
            Interlocked.Decrement(ref waiting);
        }
    }

    private async Task<RealmDraw> DrawAsync(CallLimit limit, bool forced)
    {
        var (unused, ahead) = Close(limit);
        // Near its end nothing is taken ahead: another instance may need it.
        var draw = await ledger.DrawAsync(
            limit, forced, room => Interlocked.Read(ref waiting) + (room > limit.Max / 10 ? ahead : 0), unused);
        lock (gate) if (draw.RoomAt is null || block.Left == 0) block = draw.Block;
        return draw;
    }

    // As many ahead as come fast: twice the last number while blocks are used up before they lapse.
    private (RealmBlock Unused, long Ahead) Close(CallLimit limit)
    {
        lock (gate)
        {
            var isFast = block is { Size: > 0, Left: 0 } && !block.HasLapsed(clock.Now);
            lastAhead = isFast ? Math.Min(limit.MostAhead(), Math.Max(1, lastAhead * 2)) : 0;
            var unused = new RealmBlock(block.End, block.Empty(), false);
            block = RealmBlock.None;
            return (unused, lastAhead);
        }
    }
}
