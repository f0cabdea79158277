using TokenFunctions.Realms;
using TokenFunctions.Renewals.Judging;
using TokenFunctions.Storage;

namespace TokenFunctions.Sweeping;

/// <summary>Whether a token is to be renewed although nobody asks for it at this moment.</summary>
internal sealed class Wants(UsedStore used, BrokerTimes times)
{
    /// <summary>Yes for tokens that are kept warm (<see cref="IsKeptWarm"/>), that callers used since the last renewal,
    /// or within <see cref="BrokerTimes.UseWindow"/>.</summary>
    /// <exception cref="StoreUnavailableException">The store does not answer.</exception>
    public async Task<bool> IsWantedAsync(Situation situation, CancellationToken cancellationToken)
    {
        if (IsKeptWarm(situation.Secret, situation.Plan)) return true;
        var state = situation.State;
        if (await used.FindAsync(state.Key, cancellationToken) is not { } use) return false;
        return (state.HasValue && use.Generation >= state.Generation) || situation.Now - use.At < times.UseWindow;
    }

    /// <summary>Whether the secret says so, or the realm's state rotates: a refresh token that is left alone for long
    /// dies.</summary>
    public static bool IsKeptWarm(Secret secret, RealmPlan? plan) => secret.KeepWarm || plan?.State.Count > 0;
}
