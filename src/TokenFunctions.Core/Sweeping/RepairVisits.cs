using TokenFunctions.Registry;
using TokenFunctions.Renewals;
using TokenFunctions.Renewals.Judging;
using TokenFunctions.Storage;
using TokenFunctions.Tokens;

namespace TokenFunctions.Sweeping;

/// <summary>What the slow pass does for one row.</summary>
internal sealed class RepairVisits(
    RealmCatalog realms, Lookout lookout, Wants wants, DueStore due, LongDead longDead, SweepHooks hooks,
    BrokerTimes times)
{
    /// <summary>Writes the hint of a token that has lost it; removes what is long dead.</summary>
    public async Task VisitAsync(TokenState state, SweepTally tally, CancellationToken cancellationToken)
    {
        if (state.Notice.Owed != NoticeKind.None && hooks.NoticeOwed is { } owed)
            await owed(state.Key, cancellationToken);
        var (situation, obstacle) = await lookout.LookAsync(state.Key, state, cancellationToken);
        if (situation is { IsDue: true }) await VisitDueAsync(state, situation, tally, cancellationToken);
        else if (situation is not null) await VisitFreshAsync(situation, tally, cancellationToken);
        else if (obstacle!.Kind is FailureKind.UnknownRealm or FailureKind.UnknownSecret)
            await longDead.TidyAsync(state, true, tally, cancellationToken);
    }

    /// <summary>Writes a hint for a secret that is kept warm and has no token; tells who wants to know of a secret that
    /// ends.</summary>
    public async Task VisitAsync(Secret secret, SweepTally tally, CancellationToken cancellationToken)
    {
        if (secret.ExpiresAt is not null && hooks.SecretExpires is { } expires)
            await expires(secret, cancellationToken);
        var realm = await realms.FindAsync(secret.Key.Realm, cancellationToken);
        if (!Wants.IsKeptWarm(secret, realm?.Plan)) return;
        var (situation, _) = await lookout.LookAsync(secret.Key, null, cancellationToken);
        if (situation is { State.HasValue: false }) await HintAsync(situation, tally, cancellationToken);
    }

    private async Task VisitFreshAsync(Situation situation, SweepTally tally, CancellationToken cancellationToken)
    {
        if (situation.State.DueAt is not { } at) return;
        if (await due.HasAsync(situation.State.Key, at, cancellationToken)) return;
        await PutAsync(situation, at, tally, cancellationToken);
    }

    private async Task VisitDueAsync(
        TokenState state, Situation situation, SweepTally tally, CancellationToken cancellationToken)
    {
        var isLongDead = longDead.Is(state, false);
        if (!isLongDead && OverdueSince(situation) is null) return;
        if (await wants.IsWantedAsync(situation, cancellationToken))
            await HintAsync(situation, tally, cancellationToken);
        else if (isLongDead) await longDead.TidyAsync(state, false, tally, cancellationToken);
    }

    private async Task HintAsync(Situation situation, SweepTally tally, CancellationToken cancellationToken)
    {
        if (OverdueSince(situation) is not { } since) return;
        if (await due.HasAsync(situation.State.Key, since, cancellationToken)) return;
        await PutAsync(situation, situation.Now, tally, cancellationToken);
    }

    // A token that became due a moment ago is for the sweep that works its hint off.
    private DateTimeOffset? OverdueSince(Situation situation) =>
        Overdue.Since(situation) is { } since && situation.Now - since >= times.SweepInterval * 2 ? since : null;

    private async Task PutAsync(
        Situation situation, DateTimeOffset at, SweepTally tally, CancellationToken cancellationToken)
    {
        await due.PutAsync(situation.State.Key, at, cancellationToken);
        tally.Repair();
    }
}
