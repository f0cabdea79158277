using TokenFunctions.Realms;
using TokenFunctions.Renewals.Judging;
using TokenFunctions.Storage;
using TokenFunctions.Telemetry;

namespace TokenFunctions.Renewals;

/// <summary>A call without a lease, with what memory knows, for realms that would rather have two calls than no token
/// while the store is down (<c>policy.allow_unfenced</c>).</summary>
internal sealed class Unfenced(
    Preparation preparation, Parents parents, ProviderCall provider, UnfencedResults results, RealmGates gates,
    RenewalMetrics metrics, StoreClock clock, BrokerTimes times)
{
    /// <summary>Whether the realm lets the provider be asked so. Never with rotating state: two calls could break the
    /// chain.</summary>
    public static bool IsAllowed(RealmPlan plan) => plan.Policy.AllowUnfenced && plan.State.Count == 0;

    /// <summary>Asks the provider once. A token is held until the store takes it; a failure is remembered for its
    /// back-off.</summary>
    /// <returns>The row as memory has it now.</returns>
    /// <exception cref="StoreUnavailableException">Something that is needed lies in the store.</exception>
    public async Task<TokenState> RunAsync(Situation known)
    {
        var (prepared, obstacle) = await preparation.PrepareKnownAsync(known);
        var now = clock.Now;
        var timeout = known.Plan.Policy.Timeout;
        var window = new SendWindow(clock, times, known.Plan.Policy, now, now + timeout + times.SendMargin);
        if (obstacle is null) (prepared, obstacle) = await parents.EquipAsync(prepared, Parents.NoneRefused, window);
        if (obstacle is null && !await gates.EnterAsync(prepared.Realm.Id, prepared.Plan.Policy, window.Spare))
            obstacle = Refusals.NoSlot();
        var (sent, answer, sentAt) = obstacle is null
            ? await CallAsync(prepared, window)
            : (prepared, UpstreamAnswer.NotSent(obstacle, clock.Now), clock.Now);
        metrics.Add(known.Realm.Id, answer.HasToken ? RenewalMetrics.Late : RenewalMetrics.Failed, clock.Now);
        return await results.TakeAsync(new AttemptResult(known.State, sent, answer, sentAt));
    }

    private async Task<(Prepared Sent, UpstreamAnswer Answer, DateTimeOffset SentAt)> CallAsync(
        Prepared prepared, SendWindow window)
    {
        try
        {
            return await provider.MakeAsync(prepared, window);
        }
        finally
        {
            gates.Leave(prepared.Realm.Id);
        }
    }
}
