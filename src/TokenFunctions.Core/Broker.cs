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
    private readonly TokenStore tokens;
    private readonly Renewal renewal;
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
        (tokens, this.clock, this.times, this.background) = (stores.Tokens, clock, times, background);
        lookout = new Lookout(stores.Realms, stores.Secrets, tokens, clock);
        var ledger = new Ledger(tokens, new Outcomes(tokens, clock, times, random), clock, times);
        var materials = new Materials(tokens, stores.Inputs, clock);
        var preparation = new Preparation(stores.Realms, stores.Secrets, materials);
        var attempt = new Attempt(
            tokens, preparation, new(this, clock), client, ledger, clock, times, loggers.CreateLogger<Attempt>());
        renewal = new Renewal(tokens, attempt, new Leasing(tokens, times, random), clock, times, random);
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
        if (situation.Holding is { } failure) return TokenResult.Of(failure);
        if (!situation.IsDue) return await HandOutAsync(situation, TokenOrigin.Database, cancellationToken);
        var demand = new Demand(new TokenRequest(key), situation.State);
        var end = await JoinAsync(situation, false).WaitAsync(cancellationToken);
        (situation, obstacle) = await lookout.LookAsync(key, end.State, cancellationToken);
        if ((end.Failure ?? obstacle) is { } trouble) return TokenResult.Of(trouble);
        var verdict = Judge.DecideAfter(situation!, demand, null, false);
        if (verdict.Refusal is { } refusal) return TokenResult.Of(refusal);
        return await HandOutAsync(situation!, end.Origin, cancellationToken);
    }

    private async Task<TokenResult> AnswerAsync(TokenRequest request, CancellationToken cancellationToken)
    {
        var deadline = clock.Now + times.CallerDeadline;
        var (situation, obstacle) = await lookout.LookAsync(request.Key, null, cancellationToken);
        if (situation is null) return TokenResult.Of(obstacle!);
        var demand = new Demand(request, situation.State);
        var verdict = Judge.Decide(situation, demand);
        if (verdict.HandOut) RenewBehind(situation);
        var origin = TokenOrigin.Database;
        for (var flight = 1; !verdict.HandOut && verdict.Refusal is null; flight++)
        {
            if (await WaitAsync(situation, verdict.Forced, deadline, cancellationToken) is not { } end)
                return TokenResult.Of(Refusals.InProgress(AskAgainAt(situation.State)));
            (situation, obstacle) = await lookout.LookAsync(
                request.Key, demand.NotOlder(end.State), cancellationToken);
            if (situation is null) return TokenResult.Of(obstacle!);
            origin = end.Origin;
            verdict = Judge.DecideAfter(situation, demand, end.Failure, flight == 1);
        }

        if (verdict.Refusal is { } refusal) return TokenResult.Of(refusal);
        return await HandOutAsync(situation, origin, cancellationToken);
    }

    private async Task<TokenResult> HandOutAsync(
        Situation situation, TokenOrigin origin, CancellationToken cancellationToken)
    {
        var state = situation.State;
        return TokenResult.Of(await tokens.OpenAsync(state, cancellationToken)) with
        {
            Origin = origin,
            RenewalFailed = situation.LastFailure,
            RevalidateAfter = RefreshPolicy.RevalidateAfter(situation.Plan.Policy, times.RevalidateMax),
            DueAt = situation.IsDue ? situation.Now : state.DueAt,
            DeadAt = RefreshPolicy.DeadAt(state.IssuedAt, state.ExpiresAt),
        };
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

    private async Task<RenewalEnd?> WaitAsync(
        Situation seen, bool forced, DateTimeOffset deadline, CancellationToken cancellationToken)
    {
        var left = deadline - clock.Now;
        if (left <= TimeSpan.Zero) return null;
        try
        {
            return await JoinAsync(seen, forced).WaitAsync(left, clock.Time, cancellationToken);
        }
        catch (TimeoutException)
        {
            return null;
        }
    }
}
