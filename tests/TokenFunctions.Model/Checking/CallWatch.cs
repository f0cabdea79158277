using TokenFunctions.Model.Providing;
using TokenFunctions.Realms;
using TokenFunctions.Storage;
using TokenFunctions.Tokens;

namespace TokenFunctions.Model.Checking;

/// <summary>Watches every call to the provider when it begins.</summary>
public sealed class CallWatch(World world)
{
    /// <summary>A call begins.</summary>
    public ProviderCall Begin(Instance by, CallMaterial material, TimeSpan timeout)
    {
        ArgumentNullException.ThrowIfNull(by);
        ArgumentNullException.ThrowIfNull(material);
        var key = material.Key!.Value;
        var row = world.Truth.Row(key);
        var call = new ProviderCall(by, key.Key, row.LeaseId, row.LeaseEnd, world.Machine.Now, timeout)
        {
            IsForced = material.Forced,
        };
        CheckLease(call, row);
        CheckBackoff(call, row);
        world.Provider.Calls.Add(call);
        return call;
    }

    /// <summary>A call leaves its caller's machine.</summary>
    public void Sent(ProviderCall call)
    {
        ArgumentNullException.ThrowIfNull(call);
        call.IsSent = true;
        new QuotaRule(world).Check(call);
    }

    /// <summary>A call has brought a token.</summary>
    public void Answered(ProviderCall call) => Late.Answered(call);

    /// <summary>What holders make of late answers.</summary>
    internal LateRule Late { get; } = new(world);

    private void CheckLease(ProviderCall call, TokenState row)
    {
        var others = world.Provider.Calls.Where(each => string.Equals(each.Key, call.Key, StringComparison.Ordinal));
        if (!call.By.Leases.IsOwn(row.LeaseId))
            Break("a call needs the lease", call, row);
        else if (others.Any(each => string.Equals(each.LeaseId, call.LeaseId, StringComparison.Ordinal)))
            Break("one call a lease", call, row);
        else if (others.Any(each => each.IsUnderWay(world.Machine.Now)))
            Break("one call at a time", call, row);
        else if (row.SentAt is null)
            Break("the sending is noted first", call, row);
    }

    private void CheckBackoff(ProviderCall call, TokenState row)
    {
        if (world.Rows.FailureOf(call.Key) is not { Failure: { } failure } failed) return;
        // A late answer ends a doubt.
        if (failure.Kind == FailureKind.Uncertain && row.UncertainSince is null) return;
        // A refusal of an older state says nothing of the newer one that a late answer brought.
        if (failure.Kind is FailureKind.Rejected or FailureKind.Reauthorize && row.StateNumber > failed.StateNumber)
            return;
        if (failed.FailureRealmVersion != world.Truth.RealmVersion()) return;
        if (failed.FailureSecretVersion != world.Truth.SecretVersion(row.Key)) return;
        if (failure.RetryAt is null || failure.RetryAt > world.Machine.Now + world.Disagreement)
            Break("the back-off holds", call, row);
    }

    private void Break(string rule, ProviderCall call, TokenState row) =>
        world.Machine.Break(rule, $"{call.By.Owner.Name} calls the provider while the row is {row}");
}
