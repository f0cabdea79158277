using Microsoft.Extensions.Logging;
using TokenFunctions.Storage;
using TokenFunctions.Storage.Sealing;
using TokenFunctions.Storage.Vault;

namespace TokenFunctions.Resealing;

/// <summary>Seals everything again that lies under an older key, behind all other work. How far it came is kept in the
/// store: whichever instance has time goes on. One of them at a time works at it; two would do no harm.</summary>
/// <param name="store">Keeps how far it came.</param>
/// <param name="keys">The keys; the active one is sealed with.</param>
/// <param name="round">Seals a page again.</param>
/// <param name="clock">Store time.</param>
/// <param name="times">The times of the flow: how long a sweep may take.</param>
/// <param name="background">Runs the work that an operator has begun.</param>
/// <param name="logger">Is told when a pass ends.</param>
public sealed partial class Resealer(
    ResealStore store, ISealingKeys keys, ResealRound round, StoreClock clock, BrokerTimes times, Background background,
    ILogger<Resealer> logger)
{
    private readonly ResealLease lease = new(store, keys, clock);
    private volatile bool isEnding;

    /// <summary>How the pass stands; null = there never was one.</summary>
    /// <exception cref="StoreUnavailableException">The store does not answer.</exception>
    public Task<ResealPass?> FindAsync(CancellationToken cancellationToken) => store.GetAsync(cancellationToken);

    /// <summary>Begins a pass with the active key, or goes on with the one that was interrupted; a pass with that key
    /// that is under way is left alone.</summary>
    /// <exception cref="StoreUnavailableException">The store does not answer.</exception>
    /// <exception cref="VaultUnavailableException">The active key cannot be had.</exception>
    public async Task<ResealPass> BeginAsync(CancellationToken cancellationToken)
    {
        var active = await keys.GetActiveAsync(cancellationToken);
        while (true)
        {
            var old = await store.GetAsync(cancellationToken);
            var begun = old is { State: not ResealState.Done } && ResealLease.IsFor(old, active)
                ? old with { State = ResealState.Running, UpdatedAt = clock.Now }
                : ResealPass.Anew(old, active.Id, clock.Now);
            if (await store.TrySaveAsync(begun, cancellationToken) is not { } saved) continue;
            background.Run("reseal", () => WorkAsync(() => false, CancellationToken.None));
            return saved;
        }
    }

    /// <summary>Interrupts a pass that is under way; its runner stops after the page that it is at.</summary>
    /// <returns>The pass; null = there never was one.</returns>
    /// <exception cref="StoreUnavailableException">The store does not answer.</exception>
    public async Task<ResealPass?> StopAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            if (await store.GetAsync(cancellationToken) is not { State: ResealState.Running } pass)
                return await store.GetAsync(cancellationToken);
            var stopped = pass with { State = ResealState.Stopped, UpdatedAt = clock.Now };
            if (await store.TrySaveAsync(stopped, cancellationToken) is { } saved) return saved;
        }
    }

    /// <summary>Goes on with a pass that nobody works at, for at most half of the time between two sweeps: the sweep's
    /// share of the work, which is all of it where no process lives for long.</summary>
    /// <exception cref="StoreUnavailableException">The store does not answer.</exception>
    public async Task GoOnAsync(CancellationToken cancellationToken)
    {
        var (begunAt, limit) = (clock.Time.GetTimestamp(), Shorter(times.SweepInterval, times.SweepLimit) / 2);
        try
        {
            await WorkAsync(() => clock.Time.GetElapsedTime(begunAt) >= limit, cancellationToken);
        }
        catch (VaultUnavailableException)
        {
            // Sealing keys that are out of reach are no reason to fail the sweep: the next one tries again.
            LogPaused();
        }
    }

    /// <summary>Ends the work of this process after the page that it is at, because the process is about to end.
    /// Another one goes on.</summary>
    public void End() => isEnding = true;

    private async Task WorkAsync(Func<bool> isOver, CancellationToken cancellationToken)
    {
        if (await lease.TakeAsync(cancellationToken) is not { } taken) return;
        var turn = new ResealTurn(lease, taken);
        var owners = round.OwnersIn(turn);
        while (turn is { IsLost: false, Pass.State: ResealState.Running } && !isEnding && !isOver())
        {
            cancellationToken.ThrowIfCancellationRequested();
            var next = await round.StepAsync(turn, owners, cancellationToken);
            await turn.NoteAsync(next, cancellationToken);
        }

        if (turn is { IsLost: false, Pass: { State: ResealState.Done } pass })
            LogDone(pass.Round, pass.Resealed, pass.Counts.Unchanged, pass.Counts.Broken);
        await turn.EndAsync(cancellationToken);
    }

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;

    [LoggerMessage(1411, LogLevel.Information,
        "Resealing ended in round {Round}: {Resealed} values sealed again, {Unchanged} unchanged, {Broken} broken",
        EventName = "reseal_done")]
    private partial void LogDone(int round, long resealed, long unchanged, long broken);

    [LoggerMessage(1412, LogLevel.Warning, "Resealing pauses: the vault with the sealing keys cannot be reached",
        EventName = "reseal_paused")]
    private partial void LogPaused();
}
