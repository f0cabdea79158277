using TokenFunctions.Quotas;
using TokenFunctions.Realms;
using TokenFunctions.Realms.Trials;
using TokenFunctions.Renewals;
using TokenFunctions.Storage;
using TokenFunctions.Tokens;

namespace TokenFunctions;

/// <summary>Runs a realm's plan once and stores nothing: for whoever writes a realm.</summary>
public sealed class RealmTrial(
    BrokerStores stores, ITokenSource source, RealmClient client, StoreClock clock, BrokerTimes times, Random random,
    RealmGates? gates = null)
{
    private readonly RealmGates places = gates ?? new RealmGates(clock);
    private readonly Materials materials = new(stores.Tokens, stores.Inputs, clock);
    private readonly RealmCounters counters = new(stores.Quotas, clock, times, random);
    private readonly Parents parents = new(source, clock);

    /// <summary>What came of it, or why it could not be run. It counts under the realm's limits, not under those of the
    /// secret, and takes a place among the calls to the realm's provider.</summary>
    /// <param name="plan">The plan; where it uses tokens of other realms they are the broker's.</param>
    /// <param name="subject">The secret, and what else to try it with.</param>
    public async Task<(Trial? Trial, TokenFailure? Obstacle)> RunAsync(RealmPlan plan, TrialSubject subject)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(subject);
        var (material, obstacle) = await MaterialAsync(plan, subject);
        if (material is null) return (null, obstacle);
        var now = clock.Now;
        var window = new SendWindow(clock, times, plan.Policy, now, now + plan.Policy.Timeout + times.SendMargin);
        var (used, trouble) = await parents.GetAsync(plan, material.Secret, Parents.NoneRefused, window);
        if (trouble is not null) return (null, trouble);
        var complete = material with
        {
            Forced = subject.Forced,
            Uses = used.ToDictionary(parent => parent.Key, parent => parent.Value.Value, StringComparer.Ordinal),
        };
        if (subject.Realm is not { } realm) return (await client.TryAsync(plan, complete, window.Left), null);
        if (!await places.EnterAsync(realm, plan.Policy, window.Spare)) return (null, Refusals.NoSlot());
        try
        {
            var (_, refusal) = await counters.TakeAsync(realm, plan.Policy, subject.Forced);
            return refusal is null ? (await client.TryAsync(plan, complete, window.Left), null) : (null, refusal);
        }
        finally
        {
            places.Leave(realm);
        }
    }

    private async Task<(CallMaterial? Material, TokenFailure? Obstacle)> MaterialAsync(
        RealmPlan plan, TrialSubject subject)
    {
        if (subject.Key is not { } key) return Given(plan, subject.Secret ?? SecretFields.None, subject);
        if (await stores.Secrets.ReadAnewAsync(key) is not { } secret) return (null, Refusals.UnknownSecret(key));
        if (await stores.Secrets.ReadFieldsAsync(secret) is not { } fields) return (null, Refusals.NoValues(key));
        var row = await stores.Tokens.GetAsync(key, CancellationToken.None);
        var (material, obstacle) = await materials.GatherAsync(plan, fields, row, subject.Inputs);
        return obstacle is null ? (material, null) : (null, obstacle);
    }

    private static (CallMaterial? Material, TokenFailure? Obstacle) Given(
        RealmPlan plan, SecretFields fields, TrialSubject subject)
    {
        if (plan.Inputs.FirstOrDefault(rule => !subject.Inputs.ContainsKey(rule.Name)) is { } missing)
            return (null, Refusals.InputNotGiven(missing.Name));
        var state = new Dictionary<string, SecretText>(StringComparer.Ordinal);
        foreach (var rule in plan.State)
            if (rule.InitialFor(fields) is { } initial) state[rule.Name] = initial;
        return (new CallMaterial(fields) { Key = subject.Key, Inputs = subject.Inputs, State = state }, null);
    }
}
