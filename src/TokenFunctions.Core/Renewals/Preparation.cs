using TokenFunctions.Realms;
using TokenFunctions.Registry;
using TokenFunctions.Renewals.Judging;
using TokenFunctions.Storage;
using TokenFunctions.Storage.Sealing;
using TokenFunctions.Storage.Vault;
using TokenFunctions.Tokens;

namespace TokenFunctions.Renewals;

/// <summary>Reads anew, under a lease, all that an attempt needs.</summary>
internal sealed class Preparation(
    RealmCatalog realms, SecretCatalog secrets, Materials materials, BrokenState brokenState)
{
    /// <summary>What was read, and what is in the way of the attempt. Without realm or secret there is nothing that a
    /// failure could be remembered for.</summary>
    /// <param name="leased">The token's row.</param>
    public async Task<(Prepared? Prepared, TokenFailure? Obstacle)> PrepareAsync(TokenState leased)
    {
        var (key, forced) = (leased.Key, leased.Force.Cause != ForceCauses.None);
        var realm = await realms.ReadAnewAsync(key.Realm);
        if (realm is null) return (null, Refusals.UnknownRealm(key.Realm));
        if (realm.Plan is null) return (null, Refusals.UnreadableRealm(key.Realm));
        var secret = await secrets.ReadAnewAsync(key);
        if (secret is null) return (null, Refusals.UnknownSecret(key));
        return await GatherAsync(realm.Realm, realm.Plan, secret, leased, forced);
    }

    /// <summary>The same without reading realm and secret anew, for a call without a lease.</summary>
    /// <exception cref="StoreUnavailableException">The values lie in the store, or a pushed input does.</exception>
    public Task<(Prepared Prepared, TokenFailure? Obstacle)> PrepareKnownAsync(Situation known) =>
        GatherAsync(known.Realm, known.Plan, known.Secret, known.State, false);

    private async Task<(Prepared Prepared, TokenFailure? Obstacle)> GatherAsync(
        Realm realm, RealmPlan plan, Secret secret, TokenState row, bool forced)
    {
        row = await brokenState.GiveUpAsync(row, secret);
        var (fields, trouble) = await ReadFieldsAsync(secret);
        var (material, obstacle) = fields is null
            ? (new CallMaterial(SecretFields.None), trouble)
            : await materials.GatherAsync(plan, fields, row);
        var goesOn = obstacle is not null || await materials.GoesOnAsync(plan, fields!, row);
        var prepared = new Prepared(realm, plan, secret, material with { Forced = forced })
        {
            StateNumber = row.StateNumber,
            StartsChain = !goesOn,
        };
        // Only a new initial value is known to work while it is open what an earlier call did to the present ones.
        if (obstacle is null && goesOn && Doubt.Holds(row, plan.Policy))
            obstacle = Refusals.Uncertain(row.Key, row.UncertainSince!.Value);
        return (prepared, obstacle);
    }

    private async Task<(SecretFields? Fields, TokenFailure? Trouble)> ReadFieldsAsync(Secret secret)
    {
        try
        {
            var fields = await secrets.ReadFieldsAsync(secret);
            return (fields, fields is null ? Refusals.NoValues(secret.Key) : null);
        }
        catch (VaultUnavailableException e)
        {
            return (null, Refusals.VaultUnavailable(e.Message));
        }
        catch (SealBrokenException e)
        {
            return (null, SealRefusals.Secret(secret.Key, e));
        }
    }
}
