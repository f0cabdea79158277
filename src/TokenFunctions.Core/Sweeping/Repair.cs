using TokenFunctions.Storage;

namespace TokenFunctions.Sweeping;

/// <summary>The slow pass over all tokens and all secrets, a slice in each sweep: it finds what has no hint, and
/// removes what is long dead.</summary>
internal sealed class Repair(
    TokenStore tokens, SecretStore secrets, RepairStore marks, RepairVisits visits, SweepLimits limits,
    SweepHooks hooks, StoreClock clock)
{
    /// <summary>Does the next slice of each pass and notes how far it came; a slice that is cut off is done
    /// again.</summary>
    /// <exception cref="StoreUnavailableException">The store does not answer.</exception>
    public async Task RunAsync(SweepTally tally, RunTime time, CancellationToken cancellationToken)
    {
        await SliceAsync("tokens", time, async mark =>
        {
            if (mark is null && hooks.PassBegins is { } begins) await begins(clock.Now, cancellationToken);
            var (states, next) = await tokens.PageAsync(limits.RepairPage, mark, cancellationToken);
            foreach (var state in states.TakeWhile(_ => !time.IsOver))
                await visits.VisitAsync(state, tally, cancellationToken);
            return next;
        }, cancellationToken);
        await SliceAsync("secrets", time, async mark =>
        {
            var (page, next) = await secrets.PageAsync(limits.RepairPage, mark, cancellationToken);
            foreach (var secret in page.TakeWhile(_ => !time.IsOver))
                await visits.VisitAsync(secret, tally, cancellationToken);
            return next;
        }, cancellationToken);
    }

    private async Task SliceAsync(
        string name, RunTime time, Func<string?, Task<string?>> slice, CancellationToken cancellationToken)
    {
        var mark = await marks.GetAsync(name, cancellationToken);
        var begins = mark.Continuation is null;
        if (time.IsOver || (begins && clock.Now < mark.BegunAt + limits.RepairPause)) return;
        var begunAt = begins ? clock.Now : mark.BegunAt;
        var next = await slice(mark.Continuation);
        if (time.IsOver) return;
        await marks.SaveAsync(mark with { Continuation = next, BegunAt = begunAt }, cancellationToken);
    }
}
