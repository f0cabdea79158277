using Microsoft.Extensions.Logging;
using TokenFunctions.Notices;
using TokenFunctions.Realms;
using TokenFunctions.Renewals;
using TokenFunctions.Renewals.Judging;
using TokenFunctions.Storage;
using TokenFunctions.Telemetry;
using TokenFunctions.Tokens;

namespace TokenFunctions;

/// <summary>The authority: reads the store, takes the lease, asks the provider, writes the new generation.</summary>
/// <remarks>It awaits only the store, the vault, the realm client and the time provider; work behind an answer and
/// random numbers come through <see cref="Background"/> and one <see cref="Random"/>: a test owns every step.</remarks>
public sealed class Broker : ITokenSource
{
    private readonly BrokerParts parts;
    private readonly StoreClock clock;
    private readonly BrokerTimes times;
    private readonly Background background;

    /// <summary>A broker over these stores; <paramref name="random"/> is used by several threads at once; without
    /// <paramref name="notices"/> nobody is told of what fails; without <paramref name="gates"/> only the realms bound
    /// how many calls are under way; without <paramref name="metrics"/> nobody hears its figures.</summary>
    public Broker(
        BrokerStores stores, IRealmClient client, StoreClock clock, BrokerTimes times, Background background,
        Random random, ILoggerFactory loggers, CredentialNotices? notices = null,
        RealmGates? gates = null, FlowMetrics? metrics = null)
    {
        ArgumentNullException.ThrowIfNull(stores);
        (this.clock, this.times, this.background) = (clock, times, background);
        Gates = gates ?? new RealmGates(clock);
        parts = new BrokerParts(
            stores, client, this, notices, Gates, metrics ?? new FlowMetrics(clock.Time), clock, times, background,
            random, loggers);
    }

    /// <summary>Finds out how a token stands.</summary>
    internal Lookout Lookout => parts.Lookout;

    /// <summary>Bounds how many calls to a realm's provider are under way.</summary>
    internal RealmGates Gates { get; }

    /// <inheritdoc/>
    public async ValueTask<TokenResult> GetAsync(TokenRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        try
        {
            return await AnswerAsync(request, cancellationToken);
        }
        catch (Exception e) when (Guard.IsExpected(e))
        {
            return Guard.AnswerTo(e);
        }
    }

    /// <summary>Renews the token if it is due and the provider may be asked: the sweep's verb.</summary>
    /// <returns>The token that is there after it, or why there is none.</returns>
    public async Task<TokenResult> RenewAsync(TokenKey key, CancellationToken cancellationToken) =>
        await Guard.AsAnswerAsync(() => RenewIfDueAsync(key, cancellationToken));

    private async Task<TokenResult> RenewIfDueAsync(TokenKey key, CancellationToken cancellationToken)
    {
        var (situation, obstacle) = await parts.Lookout.LookAsync(key, null, cancellationToken);
        if (situation is null) return TokenResult.Of(obstacle!);
        if (situation.IsStale) return TokenResult.Of(Refusals.StoreUnavailable());
        if ((situation.Holding ?? parts.Quotas.Holding(situation)) is { } failure) return TokenResult.Of(failure);
        if (!situation.IsWanting)
            return await parts.Handing.GiveAsync(situation, TokenOrigin.Database, null, cancellationToken);
        var demand = new Demand(new TokenRequest(key), situation.State);
        var end = await JoinAsync(situation, ForceCauses.None, isAwaited: false).WaitAsync(cancellationToken);
        (situation, obstacle) = await parts.Lookout.LookAsync(key, end.State, cancellationToken);
        if ((end.Failure ?? obstacle) is { } trouble) return TokenResult.Of(trouble);
        var verdict = Judge.DecideAfter(situation!, demand, null, false);
        if (verdict.Refusal is { } refusal) return TokenResult.Of(refusal);
        return await parts.Handing.GiveAsync(situation!, end.Origin, null, cancellationToken);
    }

    private async ValueTask<TokenResult> AnswerAsync(TokenRequest request, CancellationToken cancellationToken)
    {
        var deadline = new Deadline(clock, times.CallerDeadline);
        var (situation, obstacle) = await parts.Lookout.LookAsync(
            request.Key, null, cancellationToken, request.IsPlain);
        if (situation is null) return TokenResult.Of(obstacle!);
        var demand = new Demand(request, situation.State);
        if (situation.IsStale) return await parts.Outage.AnswerAsync(situation, demand, deadline, cancellationToken);
        var verdict = Judge.Decide(situation, demand);
        if (verdict.HandOut) RenewBehind(situation);
        var origin = TokenOrigin.Database;
        for (var flight = 1; !verdict.HandOut && verdict.Refusal is null; flight++)
        {
            RenewalEnd? end;
            try
            {
                end = await deadline.WaitAsync(
                    () => JoinAsync(situation, verdict.Causes, isAwaited: true, request.WhenForced), cancellationToken);
            }
            catch (StoreUnavailableException)
            {
                var known = situation with { IsStale = true };
                return await parts.Outage.AnswerAsync(known, demand, deadline, cancellationToken);
            }

            if (end is null) return TokenResult.Of(Refusals.InProgress(AskAgainAt(situation)));
            (situation, obstacle) = await parts.Lookout.LookAsync(
                request.Key, demand.NotOlder(end.State), cancellationToken);
            if (situation is null) return TokenResult.Of(obstacle!);
            origin = end.Origin;
            verdict = Judge.DecideAfter(situation, demand, end.Failure, flight == 1);
        }

        if (verdict.Refusal is { } refusal) return TokenResult.Of(refusal);
        parts.Uses.Note(situation);
        return await parts.Handing.GiveAsync(situation, origin, request.Held, cancellationToken);
    }

    // Only at the first look: what was got a moment ago is not asked for again, however short its life is.
    private void RenewBehind(Situation situation)
    {
        if (!situation.IsToRenew) return;
        if ((parts.Quotas.Holding(situation) ?? parts.Missing.Find(situation.State.Key)) is null)
            background.Run("renewal", () => JoinAsync(situation, ForceCauses.None, isAwaited: false));
    }

    private DateTimeOffset AskAgainAt(Situation seen) =>
        seen.FreeAt is { } at && at > clock.Now + times.PollMax ? at : clock.Now + times.PollMax;

    private Task<RenewalEnd> JoinAsync(
        Situation seen, ForceCauses causes, bool isAwaited, WhenForced? whenForced = null) =>
        parts.Flights.Join(
            seen.State.Key, () => background.Start(() => RunAsync(seen, causes, isAwaited, whenForced)));

    // Whoever starts the flight answers for what it forces; who joins it does not.
    private async Task<RenewalEnd> RunAsync(
        Situation seen, ForceCauses causes, bool isAwaited, WhenForced? whenForced)
    {
        var end = await parts.Renewal.RunAsync(seen, causes, isAwaited);
        if (whenForced is not null && causes != ForceCauses.None && end.Origin == TokenOrigin.Upstream)
            await whenForced(causes, end.Failure);
        return end;
    }
}
