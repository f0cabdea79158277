using Microsoft.Extensions.Logging;
using TokenFunctions.Realms;
using TokenFunctions.Registry;
using TokenFunctions.Renewals;
using TokenFunctions.Storage;
using TokenFunctions.Storage.Sealing;
using TokenFunctions.Storage.Vault;
using TokenFunctions.Tokens;

namespace TokenFunctions;

/// <summary>The authority: reads the store, takes the lease, asks the provider, writes the new generation.</summary>
/// <remarks>It awaits only the store, the vault, the realm client and the time provider; work behind an answer and random
/// numbers come through <see cref="Background"/> and one <see cref="Random"/>, so that a test can own every step.</remarks>
public sealed class Broker : ITokenSource
{
    private readonly RealmCatalog realms;
    private readonly SecretCatalog secrets;
    private readonly TokenStore tokens;
    private readonly Renewal renewal;
    private readonly StoreClock clock;
    private readonly BrokerTimes times;
    private readonly Background background;
    private readonly SingleFlight<TokenKey, RenewalEnd> flights = new();

    /// <summary>A broker over these stores.</summary>
    public Broker(
        RealmCatalog realms, SecretCatalog secrets, TokenStore tokens, IRealmClient client, StoreClock clock, BrokerTimes times,
        Background background, Random random, ILoggerFactory loggers)
    {
        (this.realms, this.secrets, this.tokens) = (realms, secrets, tokens);
        (this.clock, this.times, this.background) = (clock, times, background);
        var ledger = new Ledger(tokens, new Outcomes(tokens, clock, times, random), clock, times);
        var attempt = new Attempt(tokens, realms, secrets, client, ledger, clock, times, loggers.CreateLogger<Attempt>());
        renewal = new Renewal(tokens, attempt, clock, times, random);
    }

    /// <inheritdoc/>
    public async Task<TokenResult> GetAsync(TokenRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return await GuardAsync(() => AnswerAsync(request, cancellationToken));
    }

    /// <summary>Renews the token if it is due and the provider may be asked: the sweep's verb.</summary>
    /// <returns>The token that is there after it, or why there is none.</returns>
    public async Task<TokenResult> RenewAsync(TokenKey key, CancellationToken cancellationToken) => await GuardAsync(async () =>
    {
        var (situation, obstacle) = await LookAsync(key, null, cancellationToken);
        if (situation is null) return TokenResult.Of(obstacle!);
        if (situation.Holding is { } failure) return TokenResult.Of(failure);
        if (!situation.IsDue) return await HandOutAsync(situation, TokenOrigin.Database, cancellationToken);
        var end = await JoinAsync(situation, false).WaitAsync(cancellationToken);
        (situation, obstacle) = await LookAsync(key, end.State, cancellationToken);
        return (end.Failure ?? obstacle) is { } trouble ? TokenResult.Of(trouble)
            : await HandOutAsync(situation!, end.Origin, cancellationToken);
    });

    private async Task<TokenResult> AnswerAsync(TokenRequest request, CancellationToken cancellationToken)
    {
        var deadline = clock.Now + times.CallerDeadline;
        var (situation, obstacle) = await LookAsync(request.Key, null, cancellationToken);
        if (situation is null) return TokenResult.Of(obstacle!);
        var demand = new Demand(request, situation.State.Generation);
        var verdict = Judge.Decide(situation, demand);
        var origin = TokenOrigin.Database;
        for (var flight = 1; !verdict.HandOut && verdict.Refusal is null; flight++)
        {
            if (await WaitAsync(situation, verdict.Forced, deadline, cancellationToken) is not { } end)
                return TokenResult.Of(Refusals.InProgress(situation.State.LeaseEnd ?? clock.Now));
            (situation, obstacle) = await LookAsync(request.Key, end.State, cancellationToken);
            if (situation is null) return TokenResult.Of(obstacle!);
            origin = end.Origin;
            verdict = Judge.DecideAfter(situation, demand, end.Failure, flight == 1);
        }

        return verdict.Refusal is { } refusal ? TokenResult.Of(refusal) : await HandOutAsync(situation, origin, cancellationToken);
    }

    private async Task<(Situation? Situation, TokenFailure? Obstacle)> LookAsync(
        TokenKey key, TokenState? state, CancellationToken cancellationToken)
    {
        var realm = await realms.FindAsync(key.Realm, cancellationToken);
        if (realm is null) return (null, Refusals.UnknownRealm(key.Realm));
        if (realm.Plan is not { } plan) return (null, Refusals.UnreadableRealm(key.Realm));
        var secret = await secrets.FindAsync(key, cancellationToken);
        if (secret is null) return (null, Refusals.UnknownSecret(key));
        state ??= await tokens.GetAsync(key, cancellationToken);
        var now = clock.Now;
        return (new Situation(realm.Realm, plan, secret, Settlement.View(state, plan.Policy, now), now), null);
    }

    private async Task<TokenResult> HandOutAsync(Situation situation, TokenOrigin origin, CancellationToken cancellationToken)
    {
        if (situation is { IsDue: true, Holding: null, IsLeased: false }) background.Run("renewal", () => JoinAsync(situation, false));
        var state = situation.State;
        var policy = situation.Plan.Policy;
        var halfOverlap = policy.Overlap / 2;
        return TokenResult.Of(await tokens.OpenAsync(state, cancellationToken)) with
        {
            Origin = origin,
            RenewalFailed = situation.LastFailure,
            RevalidateAfter = policy.Issue == IssueRule.Replaces && halfOverlap < times.RevalidateMax ? halfOverlap : times.RevalidateMax,
            DueAt = situation.IsDue ? situation.Now : state.DueAt,
            DeadAt = RefreshPolicy.DeadAt(state.IssuedAt, state.ExpiresAt),
        };
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

    // The one place where what stores and vault throw becomes an answer.
    private static async Task<TokenResult> GuardAsync(Func<Task<TokenResult>> answer)
    {
        try
        {
            return await answer();
        }
        catch (StoreUnavailableException)
        {
            return TokenResult.Of(Refusals.StoreUnavailable());
        }
        catch (VaultUnavailableException e)
        {
            return TokenResult.Of(Refusals.VaultUnavailable(e.Message));
        }
        catch (SealBrokenException e)
        {
            return TokenResult.Of(Refusals.SealBroken(e.Message));
        }
    }
}
