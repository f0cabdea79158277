using TokenFunctions.Renewals.Judging;
using TokenFunctions.Storage;
using TokenFunctions.Tokens;

namespace TokenFunctions.Sweeping;

/// <summary>Works one hint off: renews the token that it points at if that is due, wanted and allowed. The hint is
/// removed only after that, and only after the next one is written.</summary>
internal sealed class HintWork(Broker broker, Wants wants, DueStore due, SweepHooks hooks, StoreClock clock)
{
    // How soon a notice that is still owed is looked at again.
    private static readonly TimeSpan NoticePause = TimeSpan.FromMinutes(1);

    /// <summary>Works the hint off. One that cannot be read for now stays.</summary>
    public async Task<HintEnd> WorkAsync(DueHint hint, CancellationToken cancellationToken)
    {
        try
        {
            var (situation, obstacle) = await broker.Lookout.LookAsync(hint.Key, null, cancellationToken);
            if (situation is { IsStale: true }) return HintEnd.Failed;
            if (situation is { State.Notice.Owed: not NoticeKind.None }) await TellAsync(situation, cancellationToken);
            return situation is null
                ? await PutOffAsync(hint, obstacle!, cancellationToken)
                : await WorkAsync(hint, situation, cancellationToken);
        }
        catch (StoreUnavailableException)
        {
            return HintEnd.Failed;
        }
    }

    private async Task<HintEnd> WorkAsync(DueHint hint, Situation situation, CancellationToken cancellationToken)
    {
        if (!situation.IsDue) return await DropAsync(hint, situation.State.DueAt, HintEnd.NotDue, cancellationToken);
        if (situation.IsLeased)
            return await MoveAsync(hint, situation.State.LeaseEnd!.Value, HintEnd.Held, cancellationToken);
        if (!await wants.IsWantedAsync(situation, cancellationToken))
            return await DropAsync(hint, null, HintEnd.Unwanted, cancellationToken);
        // A failure without a next try holds until somebody changes something, and that brings a hint of its own.
        if (situation.Holding is { } failure)
            return await MoveAsync(hint, failure.RetryAt, HintEnd.Held, cancellationToken);
        if (situation.SoonestAt is { } soonest)
            return await MoveAsync(hint, soonest, HintEnd.Held, cancellationToken);
        var result = await broker.RenewAsync(hint.Key, cancellationToken);
        return result.HasToken
            ? await MoveAsync(hint, result.DueAt, HintEnd.Renewed, cancellationToken)
            : await PutOffAsync(hint, result.Failure, cancellationToken);
    }

    private async Task TellAsync(Situation situation, CancellationToken cancellationToken)
    {
        if (hooks.NoticeOwed is not { } tell) return;
        await tell(situation.State.Key, cancellationToken);
        var next = situation.State.Notice.NotBefore is { } at && at > situation.Now ? at : clock.Now;
        await due.PutAsync(situation.State.Key, next + NoticePause, cancellationToken);
    }

    // What was refused without a time stays where it is, for the next sweep.
    private async Task<HintEnd> PutOffAsync(DueHint hint, TokenFailure failure, CancellationToken cancellationToken)
    {
        var end = failure.Kind switch
        {
            FailureKind.UnknownRealm or FailureKind.UnknownSecret => HintEnd.NotDue,
            FailureKind.Uncertain or FailureKind.QuotaExhausted or FailureKind.RenewalInProgress => HintEnd.Held,
            _ => HintEnd.Failed,
        };
        var isOver = end == HintEnd.NotDue || failure.Kind == FailureKind.Uncertain;
        return failure.RetryAt is null && !isOver
            ? end
            : await MoveAsync(hint, failure.RetryAt, end, cancellationToken);
    }

    private async Task<HintEnd> MoveAsync(
        DueHint hint, DateTimeOffset? next, HintEnd end, CancellationToken cancellationToken)
    {
        if (next < clock.Now) next = clock.Now;
        if (next is { } at) await due.PutAsync(hint.Key, at, cancellationToken);
        return await DropAsync(hint, next, end, cancellationToken);
    }

    // A hint that lies where the next one does is the next one.
    private async Task<HintEnd> DropAsync(
        DueHint hint, DateTimeOffset? next, HintEnd end, CancellationToken cancellationToken)
    {
        if (next is null || !hint.IsInBucketOf(next.Value)) await due.RemoveAsync(hint, cancellationToken);
        return end;
    }
}
