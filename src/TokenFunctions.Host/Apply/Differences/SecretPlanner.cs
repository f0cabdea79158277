using TokenFunctions.Host.Apply.Remote;
using TokenFunctions.Realms.Files;

namespace TokenFunctions.Host.Apply.Differences;

/// <summary>Compares what can be seen of a realm's secrets; the service never shows their values.</summary>
/// <param name="realm">The realm.</param>
/// <param name="removeSecrets">Whether secrets that the folder does not have are removed.</param>
internal sealed class SecretPlanner(string realm, bool removeSecrets)
{
    /// <summary>What is to happen to each secret, in the order of the keys.</summary>
    /// <param name="wanted">What the folder says; null = nothing, so that all are left alone.</param>
    /// <param name="stored">What the service has in this realm.</param>
    public IReadOnlyList<SecretStep> Plan(IReadOnlyList<WantedSecret>? wanted, IReadOnlyList<StoredSecret> stored)
    {
        if (wanted is null) return [];
        var sent = wanted.Select(w => Compare(w, stored.FirstOrDefault(s => Same(s.Key, w.Key))));
        var others = stored.Where(s => !wanted.Any(w => Same(s.Key, w.Key)));
        return [.. sent.Concat(others.Select(Drop)).OrderBy(step => step.Key, StringComparer.Ordinal)];
    }

    private static bool Same(string? one, string? other) => string.Equals(one, other, StringComparison.Ordinal);

    private static IEnumerable<string> Differences(WantedSecret wanted, StoredSecret stored)
    {
        foreach (var name in stored.FieldNames.Except(wanted.Fields.Names, StringComparer.Ordinal))
            yield return $"without the field {name}";
        foreach (var name in wanted.Fields.Names.Except(stored.FieldNames, StringComparer.Ordinal))
            yield return $"with the field {name}";
        var address = wanted.VaultSecret?.AbsoluteUri;
        if (!Same(stored.VaultSecret, address))
            yield return $"vault_secret {stored.VaultSecret ?? "nothing"} -> {address ?? "nothing"}";
        if (stored.KeepWarm != wanted.KeepWarm)
            yield return wanted.KeepWarm ? "keep_warm false -> true" : "keep_warm true -> false";
        if (stored.ExpiresAt != wanted.ExpiresAt)
            yield return $"expires_at {Time(stored.ExpiresAt)} -> {Time(wanted.ExpiresAt)}";
    }

    private static string Time(DateTimeOffset? time) => time?.UtcDateTime.ToString("u") ?? "nothing";

    private SecretStep Compare(WantedSecret wanted, StoredSecret? stored)
    {
        var step = new SecretStep(ChangeKind.Make, realm, wanted.Key) { Wanted = wanted };
        if (stored is null) return step;
        step = step with { Version = stored.Version, Details = [.. Differences(wanted, stored)] };
        if (step.Details.Count > 0) return step with { Kind = ChangeKind.Change };
        // A secret without own values only follows, and where to is visible.
        return wanted.Fields.Count == 0
            ? step with { Kind = ChangeKind.Keep }
            : step with { Kind = ChangeKind.Send, Details = ["values cannot be compared, will be sent"] };
    }

    private SecretStep Drop(StoredSecret stored) =>
        new(removeSecrets ? ChangeKind.Remove : ChangeKind.Leave, realm, stored.Key)
        {
            Version = stored.Version,
            Details = removeSecrets ? [] : ["not in the folder; --remove-secrets removes it"],
        };
}
