using TokenFunctions.Renewals.Judging;
using TokenFunctions.Storage;
using TokenFunctions.Tokens;

namespace TokenFunctions.Renewals;

/// <summary>Answers while the store does not: a living token from the last read row, else a call without a lease where
/// the realm allows that, else the failure.</summary>
internal sealed class Outage(
    Unfenced unfenced, SingleFlight<TokenKey, RenewalEnd> renewals, Handing handing, Background background,
    StoreClock clock)
{
    private readonly SingleFlight<TokenKey, TokenState> flights = new();

    /// <summary>The answer of what is known.</summary>
    /// <param name="known">How the token stood when it was last read.</param>
    /// <param name="demand">What is demanded.</param>
    /// <param name="deadline">Until when the caller waits.</param>
    /// <param name="cancellationToken">The caller's leaving.</param>
    public async Task<TokenResult> AnswerAsync(
        Situation known, Demand demand, Deadline deadline, CancellationToken cancellationToken)
    {
        if (known.IsAlive && demand.IsMet(known.State, known.Now))
            return await handing.GiveAsync(known, TokenOrigin.Database, demand.Request.Held, cancellationToken);
        // A newer token than the living one may be in the store, so asking the provider is not what is missing.
        if (known.IsAlive || !Unfenced.IsAllowed(known.Plan)) return TokenResult.Of(Refusals.StoreUnavailable());
        if (known.Holding is { } failure) return TokenResult.Of(failure);
        if (known.SoonestAt is { } soonest && !deadline.Reaches(soonest))
            return TokenResult.Of(Refusals.TooSoon(soonest));
        if (await deadline.WaitAsync(() => JoinAsync(known), cancellationToken) is not { } made)
            return TokenResult.Of(Refusals.InProgress(clock.Now));
        var now = known with { State = made, Now = clock.Now };
        if (now.LastFailure is { } trouble) return TokenResult.Of(trouble);
        return now.IsUsableNew && demand.IsMet(made, now.Now)
            ? await handing.GiveAsync(now, TokenOrigin.Upstream, null, cancellationToken)
            : TokenResult.Of(Refusals.StoreUnavailable());
    }

    private Task<TokenState> JoinAsync(Situation known) =>
        flights.Join(known.State.Key, () => background.Start(() => AskAsync(known)));

    // An attempt of this process may be at the provider already: what it brings does.
    private async Task<TokenState> AskAsync(Situation known)
    {
        if (renewals.TryFind(known.State.Key, out var running))
        {
            try
            {
                return (await running).State;
            }
            catch (StoreUnavailableException)
            {
                // It has sent nothing.
            }
        }

        if (known.SoonestAt - clock.Now is { } left && left > TimeSpan.Zero) await Task.Delay(left, clock.Time);
        return await unfenced.RunAsync(known);
    }
}
