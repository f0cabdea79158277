using System.Text.Json;
using TokenFunctions.Host.Apply.Remote;
using TokenFunctions.Realms.Files;
using TokenFunctions.Registry;

namespace TokenFunctions.Host.Apply.Differences;

/// <summary>Compares a folder with what the service has.</summary>
/// <param name="removeSecrets">Whether secrets that the folder does not have are removed.</param>
internal sealed class Planner(bool removeSecrets)
{
    private static readonly string[] Compared = ["config", "preset", "logic_code", "comment"];
    private static readonly JsonElement Empty = JsonElement.Parse("{}");

    /// <summary>What is to happen for the service to be as the folder says.</summary>
    public Plan Plan(IReadOnlyList<RealmFile> wanted, RemoteState state)
    {
        var stored = state.Realms.DistinctBy(realm => realm.Id, StringComparer.Ordinal)
            .ToDictionary(realm => realm.Id, StringComparer.Ordinal);
        var secrets = state.Secrets.ToLookup(secret => secret.Realm, StringComparer.Ordinal);
        var saves = RealmOrder.ParentsFirst(wanted, r => r.Id, r => UsedRealms.In(Find(r, "config")))
            .Select(realm => Compare(realm, stored.GetValueOrDefault(realm.Id)) with
            {
                Secrets = new SecretPlanner(realm.Id, removeSecrets).Plan(realm.Secrets, [.. secrets[realm.Id]]),
            });
        var ids = wanted.Select(realm => realm.Id).ToHashSet(StringComparer.Ordinal);
        var others = stored.Values.Where(realm => !ids.Contains(realm.Id)).ToList();
        var removals = RealmOrder.ParentsFirst(others, r => r.Id, r => UsedRealms.In(r.Body.Find("config"))).Reverse()
            .Select(realm => Remove(realm, secrets[realm.Id].Count()));
        return new Plan([.. saves], [.. removals]);
    }

    private static RealmStep Compare(RealmFile wanted, StoredRealm? stored)
    {
        var step = new RealmStep(ChangeKind.Make, wanted.Id) { Wanted = wanted };
        if (stored is null) return step;
        var details = Compared.SelectMany(name => Differences(name, wanted, stored));
        step = step with { Version = stored.Version, Details = [.. details] };
        return step with { Kind = step.Details.Count > 0 ? ChangeKind.Change : ChangeKind.Keep };
    }

    private static IEnumerable<string> Differences(string name, RealmFile wanted, StoredRealm stored) => JsonDifference
        .Between([name], Whole(name, stored.Body.Find(name)), Whole(name, Find(wanted, name)))
        .Select(change => change.ToString());

    private static JsonElement? Find(RealmFile realm, string name) =>
        realm.Members.TryGetValue(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    // No config and an empty one are the same, where a preset has it all.
    private static JsonElement? Whole(string name, JsonElement? value) => name == "config" ? value ?? Empty : value;

    private string Belongings(string secrets) => removeSecrets
        ? $"with {secrets}"
        : $"it has {secrets}, so the service will keep it; --remove-secrets removes all";

    private RealmStep Remove(StoredRealm realm, int secrets) => new(ChangeKind.Remove, realm.Id)
    {
        Version = realm.Version,
        Details = secrets == 0 ? [] : [Belongings(PlanText.Count(secrets, "secret"))],
    };
}
