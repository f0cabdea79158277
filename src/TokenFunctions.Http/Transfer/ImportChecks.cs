using Microsoft.AspNetCore.Http;
using TokenFunctions.Http.Access;
using TokenFunctions.Http.Callers;
using TokenFunctions.Http.Problems;
using TokenFunctions.Registry;
using TokenFunctions.Tokens;

namespace TokenFunctions.Http.Transfer;

/// <summary>What can be wrong with an import beside what is stored.</summary>
internal sealed class ImportChecks(RealmCatalog realms, UseRights rights)
{
    /// <summary>Adds circles of realms, secrets without a realm and Entra identities of others.</summary>
    public async Task FindAsync(ImportContent content, ImportStored stored, ImportFaults faults)
    {
        var imported = content.Realms.DistinctBy(realm => realm.Id, StringComparer.Ordinal)
            .ToDictionary(realm => realm.Id, StringComparer.Ordinal);
        var chain = new UseChain(async (id, cancellationToken) => imported.TryGetValue(id, out var realm)
            ? realm.Plan
            : (await realms.FindAsync(id, cancellationToken))?.Plan);
        foreach (var realm in content.Realms)
            faults.Add(realm.Pointer, await chain.CheckAsync(realm.Id, realm.Plan, CancellationToken.None));
        foreach (var secret in content.Secrets)
            if (!imported.ContainsKey(secret.Key.Realm) && !stored.Realms.ContainsKey(secret.Key.Realm))
                faults.Add($"{secret.Pointer}/realm", "There is no such realm, neither here nor in the import.");
        FindTaken(content.Callers, stored, faults);
    }

    /// <summary>Why the sender may not write that, although it keeps all realms: a realm that uses the token of another
    /// sends it where it says, and so can its secrets; null = it may.</summary>
    public async Task<Problem?> RefuseAsync(HttpContext context, ImportContent content)
    {
        var plans = content.Realms.ToDictionary(realm => realm.Id, realm => realm.Plan, StringComparer.Ordinal);
        foreach (var plan in plans.Values)
            if (UseRights.Refuse(context, plan) is { } refused) return refused;
        foreach (var secret in content.Secrets.Where(secret => secret.NeedsNoValues))
        {
            var refused = plans.TryGetValue(secret.Key.Realm, out var plan)
                ? UseRights.Refuse(context, plan, SecretFields.None)
                : await rights.RefuseAsync(context, secret.Draft);
            if (refused is not null) return refused;
        }

        return null;
    }

    private static void FindTaken(IEnumerable<ImportedCaller> callers, ImportStored stored, ImportFaults faults)
    {
        var holders = stored.Callers.Values
            .SelectMany(caller => EntraIndex.NamesOf(caller).Select(name => (Name: name, caller.Id)))
            .ToLookup(held => held.Name, held => held.Id, StringComparer.Ordinal);
        foreach (var (pointer, caller) in callers)
            foreach (var name in EntraIndex.NamesOf(caller))
                if (holders[name].Any(id => !id.Equals(caller.Id, StringComparison.Ordinal)))
                    faults.Add($"{pointer}/entra", "Is that of another caller here already.");
    }
}
