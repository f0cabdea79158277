using TokenFunctions.Quotas;
using TokenFunctions.Registry;
using TokenFunctions.Renewals.Judging;
using TokenFunctions.Renewals.Reading;
using TokenFunctions.Tokens;

namespace TokenFunctions.Renewals;

/// <summary>Makes the answer that hands a token out.</summary>
internal sealed class Handing(Rows rows, CallQuotas quotas, MissingKeys missing, BrokerTimes times)
{
    // Of a stale answer a newer one is worth asking for as soon as the store may be back.
    private static readonly TimeSpan StaleFor = TimeSpan.FromSeconds(1);

    /// <summary>The answer with the situation's token.</summary>
    /// <param name="situation">How the token stands.</param>
    /// <param name="origin">Where it came from.</param>
    /// <param name="held">The token that the asker has; null = none.</param>
    /// <param name="cancellationToken">Ends the wait for the sealing key.</param>
    public async ValueTask<TokenResult> GiveAsync(
        Situation situation, TokenOrigin origin, Token? held, CancellationToken cancellationToken)
    {
        var state = situation.State;
        var most = situation.IsStale && StaleFor < times.RevalidateMax ? StaleFor : times.RevalidateMax;
        return TokenResult.Of(await rows.OpenAsync(state, held, cancellationToken)) with
        {
            Origin = origin,
            RenewalFailed = situation.LastFailure ?? quotas.Holding(situation) ?? Missing(situation),
            IsStale = situation.IsStale,
            RevalidateAfter = RefreshPolicy.RevalidateAfter(situation.Plan.Policy, most),
            DueAt = situation.IsDue ? situation.Now : state.DueAt,
            DeadAt = RefreshPolicy.DeadAt(state),
        };
    }

    // Whoever has the key may have renewed the token meanwhile.
    private TokenFailure? Missing(Situation situation) =>
        situation.IsDue ? missing.Find(situation.State.Key) : null;
}
