using TokenFunctions.Realms;
using TokenFunctions.Storage;
using TokenFunctions.Storage.Sealing;
using TokenFunctions.Storage.Vault;
using TokenFunctions.Tokens;

namespace TokenFunctions.Renewals;

/// <summary>Gathers what a realm's plan needs beside the secret: pushed inputs and the state of earlier
/// answers.</summary>
internal sealed class Materials(TokenStore tokens, InputStore inputs, StoreClock clock)
{
    private static readonly Dictionary<string, KeptValue> NoState = new(StringComparer.Ordinal);
    private static readonly Dictionary<string, SecretText> NoneGiven = new(StringComparer.Ordinal);

    /// <summary>The material, or why there is none.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="fields">The secret.</param>
    /// <param name="row">The token's row.</param>
    /// <param name="given">Inputs that come before the stored ones; null = none.</param>
    public async Task<(CallMaterial Material, TokenFailure? Obstacle)> GatherAsync(
        RealmPlan plan, SecretFields fields, TokenState row, IReadOnlyDictionary<string, SecretText>? given = null)
    {
        var material = new CallMaterial(fields) { Key = row.Key };
        try
        {
            var state = plan.State.Count == 0 ? NoState : await StateAsync(plan, fields, row);
            var (pushed, obstacle) = await InputsAsync(plan, row.Key, given ?? NoneGiven);
            return (material with { State = Values(state), Inputs = pushed }, obstacle);
        }
        catch (SealBrokenException e)
        {
            return (material, SealRefusals.State(row.Key, e));
        }
        catch (VaultUnavailableException e)
        {
            return (material, Refusals.VaultUnavailable(e.Message));
        }
    }

    /// <summary>Whether all values of <c>state</c> that would be sent go on from what the row holds. One whose initial
    /// value is new, or was never sent, begins another chain.</summary>
    /// <exception cref="SealBrokenException">What the row holds cannot be opened.</exception>
    public async ValueTask<bool> GoesOnAsync(RealmPlan plan, SecretFields fields, TokenState row)
    {
        if (plan.State.Count == 0) return true;
        var stored = await tokens.OpenStateAsync(row, CancellationToken.None);
        return plan.State.All(rule => rule.InitialFor(fields) is not { } initial
            || (stored.TryGetValue(rule.Name, out var kept)
                && string.Equals(kept.Origin, KeptValue.OriginOf(initial), StringComparison.Ordinal)));
    }

    /// <summary>What is to be kept after an answer: its new values in place of those that were sent.</summary>
    public static Dictionary<string, KeptValue> Renewed(
        RealmPlan plan, CallMaterial material, IReadOnlyDictionary<string, SecretText> renewed)
    {
        var kept = new Dictionary<string, KeptValue>(StringComparer.Ordinal);
        foreach (var rule in plan.State)
        {
            if (rule.InitialFor(material.Secret) is not { } initial) continue;
            var value = renewed.GetValueOrDefault(rule.Name) ?? material.State.GetValueOrDefault(rule.Name);
            if (value is not null) kept[rule.Name] = new KeptValue(value, KeptValue.OriginOf(initial));
        }

        return kept;
    }

    private async Task<Dictionary<string, KeptValue>> StateAsync(RealmPlan plan, SecretFields fields, TokenState row)
    {
        var stored = await tokens.OpenStateAsync(row, CancellationToken.None);
        var state = new Dictionary<string, KeptValue>(StringComparer.Ordinal);
        foreach (var rule in plan.State)
        {
            if (rule.InitialFor(fields) is not { } initial) continue;
            var origin = KeptValue.OriginOf(initial);
            var isOwn = stored.TryGetValue(rule.Name, out var kept)
                && string.Equals(kept.Origin, origin, StringComparison.Ordinal);
            state[rule.Name] = isOwn ? kept! : new KeptValue(initial, origin);
        }

        return state;
    }

    private async Task<(Dictionary<string, SecretText> Inputs, TokenFailure? Obstacle)> InputsAsync(
        RealmPlan plan, TokenKey key, IReadOnlyDictionary<string, SecretText> given)
    {
        var found = new Dictionary<string, SecretText>(given, StringComparer.Ordinal);
        foreach (var rule in plan.Inputs.Where(rule => !given.ContainsKey(rule.Name)))
        {
            var (input, broken) = await FindAsync(key, rule.Name);
            if (broken is not null) return (found, broken);
            if (input is null) return (found, Refusals.InputMissing(key, rule.Name));
            if (clock.Now - input.ReceivedAt > rule.MaxAge) return (found, Refusals.InputTooOld(key, rule, input));
            found[rule.Name] = input.Value;
        }

        return (found, null);
    }

    private async Task<(PushedInput? Input, TokenFailure? Broken)> FindAsync(TokenKey key, string name)
    {
        try
        {
            return (await inputs.FindAsync(key, name, CancellationToken.None), null);
        }
        catch (SealBrokenException e)
        {
            return (null, SealRefusals.Input(key, name, e));
        }
    }

    private static Dictionary<string, SecretText> Values(Dictionary<string, KeptValue> state) =>
        state.ToDictionary(kept => kept.Key, kept => kept.Value.Value, StringComparer.Ordinal);
}
