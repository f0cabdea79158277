using TokenFunctions.Realms;
using TokenFunctions.Registry;
using TokenFunctions.Storage;
using TokenFunctions.Storage.Vault;
using TokenFunctions.Tokens;

namespace TokenFunctions.Client.Embedded.Reading;

/// <summary>Checks realms and secrets as the service checks what it is sent.</summary>
/// <param name="faults">Where faults go.</param>
internal sealed class RealmCheck(List<string> faults)
{
    private readonly Dictionary<string, RealmPlan?> plans = new(StringComparer.Ordinal);

    /// <summary>Checks all of them together.</summary>
    public void Check(RealmSources sources)
    {
        foreach (var realm in sources.Realms) CheckRealm(realm);
        foreach (var (id, plan) in plans)
            if (plan is not null) CheckCircle(id, plan);
        foreach (var secret in sources.Secrets) CheckSecret(secret);
        foreach (var twice in sources.Secrets.GroupBy(s => s.Key).Where(same => same.Skip(1).Any()))
            faults.Add($"The secret {twice.Key} is there more than once");
        if (sources.Realms.Count == 0) faults.Add("There is no realm: add one by code, a configuration or a folder");
    }

    private void CheckRealm(RealmDefinition realm)
    {
        if (!NameRule.IsValid(realm.Id))
        {
            faults.Add($"A realm's id must be {NameRule.InWords}");
            return;
        }

        var compilation = RealmCompiler.Compile(realm);
        faults.AddRange(compilation.Errors.Select(error => $"The realm {realm.Id}: {error.Message}"));
        if (!plans.TryAdd(realm.Id, compilation.Plan)) faults.Add($"The realm {realm.Id} is there more than once");
    }

    // Each look ends at once, since all realms are at hand.
    private void CheckCircle(string id, RealmPlan plan)
    {
        var chain = new UseChain((other, _) => Task.FromResult(plans.GetValueOrDefault(other)));
        var circles = chain.CheckAsync(id, plan, CancellationToken.None).GetAwaiter().GetResult();
        faults.AddRange(circles.Select(error => $"The realm {id}: {error.Message}"));
    }

    private void CheckSecret(SecretDraft secret)
    {
        var (realm, key) = secret.Key;
        if (!NameRule.IsValid(key)) faults.Add($"A secret's key must be {NameRule.InWords}");
        else if (!plans.ContainsKey(realm)) faults.Add($"The secret {secret.Key} has a realm that is not there");
        else faults.AddRange(FaultsOf(secret).Select(fault => $"The secret {secret.Key} {fault}"));
    }

    private static IEnumerable<string> FaultsOf(SecretDraft secret)
    {
        if (secret.VaultSecret is not null) yield return "names a Key Vault secret, which only a service can follow";
        else if (secret.Fields.Count == 0) yield return "has no field";
        foreach (var name in secret.Fields.Names)
        {
            if (!FieldName.IsValid(name)) yield return $"has a field whose name is not {FieldName.InWords}";
            else if (secret.Fields.Find(name)!.Length == 0) yield return $"has no value in {name}";
        }

        if (SecretDocument.Write(secret.Fields).Length > IVault.MaxDocument)
            yield return $"is larger than {IVault.MaxDocument} characters";
    }
}
