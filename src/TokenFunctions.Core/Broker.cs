using Microsoft.Extensions.Logging;
using TokenFunctions.Realms;
using TokenFunctions.Renewals;
using TokenFunctions.Storage;
using TokenFunctions.Tokens;

namespace TokenFunctions;

/// <summary>The authority: reads the store, takes the lease, asks the provider, writes the new generation.</summary>
/// <remarks>It awaits only the store, the vault, the realm client and the time provider; work behind an answer and
/// random numbers come through <see cref="Background"/> and one <see cref="Random"/>: a test owns every step.</remarks>
public sealed class Broker : ITokenSource
{
    private readonly Lookout lookout;
    private readonly Renewal renewal;
    private readonly Handing handing;
    private readonly Outage outage;
    private readonly StoreClock clock;
    private readonly BrokerTimes times;
    private readonly Background background;
    private readonly SingleFlight<TokenKey, RenewalEnd> flights = new();

    /// <summary>A broker over these stores; <paramref name="random"/> is used by several threads at once.</summary>
    public Broker(
        BrokerStores stores, IRealmClient client, StoreClock clock, BrokerTimes times, Background background,
        Random random, ILoggerFactory loggers)
    {
        ArgumentNullException.ThrowIfNull(stores);
        (this.clock, this.times, this.background) = (clock, times, background);
        var tokens = stores.Tokens;
        var (memory, unsealed) = (new RowMemory(clock.Time), new UnsealedValues());
        var rows = new Rows(tokens, memory, unsealed, clock, times);
        var outcomes = new Outcomes(tokens, clock, times, random);
        var unwritten = new Unwritten(outcomes, memory, unsealed, background);
        var ledger = new Ledger(tokens, outcomes, unwritten, clock, times);
        var preparation = new Preparation(stores.Realms, stores.Secrets, new(tokens, stores.Inputs, clock));
        var attempt = new Attempt(
            tokens, preparation, new(this, clock), client, ledger, clock, times, loggers.CreateLogger<Attempt>());
        var unfenced = new Unfenced(
            tokens, preparation, attempt, unwritten, memory, outcomes, clock, times);
        lookout = new Lookout(stores.Realms, stores.Secrets, rows, clock);
        renewal = new Renewal(rows, attempt, new Leasing(tokens, times, random), clock, times, random);
        handing = new Handing(rows, times);
        outage = new Outage(unfenced, flights, handing, background, clock);
    }

    /// <inheritdoc/>
    public async Task<TokenResult> GetAsync(TokenRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return await Guard.AsAnswerAsync(() => AnswerAsync(request, cancellationToken));
    }

    /// <summary>Renews the token if it is due and the provider may be asked: the sweep's verb.</summary>
    /// <returns>The token that is there after it, or why there is none.</returns>
    public async Task<TokenResult> RenewAsync(TokenKey key, CancellationToken cancellationToken) =>
        await Guard.AsAnswerAsync(() => RenewIfDueAsync(key, cancellationToken));

    private async Task<TokenResult> RenewIfDueAsync(TokenKey key, CancellationToken cancellationToken)
    {
        var (situation, obstacle) = await lookout.LookAsync(key, null, cancellationToken);
        if (situation is null) return TokenResult.Of(obstacle!);
        if (situation.IsStale) return TokenResult.Of(Refusals.StoreUnavailable());
        if (situation.Holding is { } failure) return TokenResult.Of(failure);
        if (!situation.IsDue) return await handing.GiveAsync(situation, TokenOrigin.Database, null, cancellationToken);
        var demand = new Demand(new TokenRequest(key), situation.State);
        var end = await JoinAsync(situation, false).WaitAsync(cancellationToken);
        (situation, obstacle) = await lookout.LookAsync(key, end.State, cancellationToken);
        if ((end.Failure ?? obstacle) is { } trouble) return TokenResult.Of(trouble);
        var verdict = Judge.DecideAfter(situation!, demand, null, false);
        if (verdict.Refusal is { } refusal) return TokenResult.Of(refusal);
        return await handing.GiveAsync(situation!, end.Origin, null, cancellationToken);
    }

    private async Task<TokenResult> AnswerAsync(TokenRequest request, CancellationToken cancellationToken)
    {
        var deadline = new Deadline(clock, times.CallerDeadline);
        var (situation, obstacle) = await lookout.LookAsync(
            request.Key, null, cancellationToken, request.IsPlain);
        if (situation is null) return TokenResult.Of(obstacle!);
        var demand = new Demand(request, situation.State);
        if (situation.IsStale) return await outage.AnswerAsync(situation, demand, deadline, cancellationToken);
        var verdict = Judge.Decide(situation, demand);
        if (verdict.HandOut) RenewBehind(situation);
        var origin = TokenOrigin.Database;
        for (var flight = 1; !verdict.HandOut && verdict.Refusal is null; flight++)
        {
            RenewalEnd? end;
            try
            {
                end = await deadline.WaitAsync(() => JoinAsync(situation, verdict.Forced), cancellationToken);
            }
            catch (StoreUnavailableException)
            {
                var known = situation with { IsStale = true };
                return await outage.AnswerAsync(known, demand, deadline, cancellationToken);
            }

            if (end is null) return TokenResult.Of(Refusals.InProgress(AskAgainAt(situation.State)));
            (situation, obstacle) = await lookout.LookAsync(request.Key, end.State, cancellationToken);
            if (situation is null) return TokenResult.Of(obstacle!);
            origin = end.Origin;
            verdict = Judge.DecideAfter(situation, demand, end.Failure, flight == 1);
        }

        if (verdict.Refusal is { } refusal) return TokenResult.Of(refusal);
        return await handing.GiveAsync(situation, origin, request.Held, cancellationToken);
    }

    // Only at the first look: what was got a moment ago is not asked for again, however short its life is.
    private void RenewBehind(Situation situation)
    {
        if (situation.IsToRenew) background.Run("renewal", () => JoinAsync(situation, false));
    }

    private DateTimeOffset AskAgainAt(TokenState seen)
    {
        var soon = clock.Now + times.PollMax;
        return seen.LeaseEnd > soon ? seen.LeaseEnd.Value : soon;
    }

    private Task<RenewalEnd> JoinAsync(Situation seen, bool forced) =>
        flights.Join(seen.State.Key, () => background.Start(() => renewal.RunAsync(seen, forced)));
}
