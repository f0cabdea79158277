using TokenFunctions.Model.Providing;
using TokenFunctions.Tokens;

namespace TokenFunctions.Model.Checking;

/// <summary>Where a new token ends the old one, a holder that gets its answer late leaves a mark in the row, or somebody
/// has brought a newer token.</summary>
internal sealed class LateRule(World world)
{
    private readonly List<ProviderCall> untold = [];
    private const int MostRequests = 6;

    /// <summary>A call has brought a token to its holder, who looks after it.</summary>
    public void Answered(ProviderCall call)
    {
        if (!world.Scenario.Replaces) return;
        untold.Add(call);
        LookLater(call, call.By.Owner.FrozenFor);
    }

    /// <summary>An instance has written a row: if it had an answer, this is what it makes of it.</summary>
    public void Written(Instance by, TokenKey key)
    {
        foreach (var call in untold.Where(each => each.By == by && string.Equals(each.Key, key.Key, StringComparison.Ordinal)))
            if (!IsWell(call)) world.Machine.Break("a late answer is told", $"{by.Owner.Name} wrote nothing of it");
        untold.RemoveAll(each => each.By == by && string.Equals(each.Key, key.Key, StringComparison.Ordinal));
    }

    private TimeSpan Patience => (world.Weather.Longest * MostRequests) + TimeSpan.FromSeconds(0.3);

    // As a step of the holder: it never comes when the holder dies before it.
    private void LookLater(ProviderCall call, TimeSpan frozenFor) =>
        world.Machine.After(Patience, call.By.Owner, "look after an answer", () =>
        {
            if (call.By.Owner.FrozenFor != frozenFor || IsWell(call)) return;
            if (call.EndedAt + Patience > world.Machine.Now) LookLater(call, frozenFor);
            else world.Machine.Break("a late answer is told", $"{call.By.Owner.Name} kept a token to itself");
        });

    private bool IsWell(ProviderCall call)
    {
        var key = new TokenKey(World.Realm, call.Key);
        var row = world.Truth.Row(key);
        if (!row.HasValue || row.IsSuspect || row.ExpiresAt <= world.Machine.Now + world.Disagreement) return true;
        if (world.Weather.WasDownAfter(call.EndedAt!.Value) || world.Administrator.AccountOf(key) is null) return true;
        return world.Provider.Find(world.Truth.Value(row))!.At >= call.EffectAt;
    }
}
