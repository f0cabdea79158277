using System.Text.Json;

namespace TokenFunctions.Host.Apply.Remote;

/// <summary>What the service shows of a secret.</summary>
/// <param name="Realm">Its realm.</param>
/// <param name="Key">Its key.</param>
/// <param name="Version">Grows with every change.</param>
internal sealed record StoredSecret(string Realm, string Key, long Version)
{
    /// <summary>The names of its own fields, in ordinal order.</summary>
    public required IReadOnlyList<string> FieldNames { get; init; }

    /// <summary>The Key Vault secret that it follows; null = none.</summary>
    public string? VaultSecret { get; init; }

    /// <summary>Whether its token is renewed although nobody asks for it.</summary>
    public bool KeepWarm { get; init; }

    /// <summary>When the credential itself ends, UTC; null = not known.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Reads an item of the service's list; null = it is none of ours.</summary>
    public static StoredSecret? Read(JsonElement item)
    {
        if (item.Text("realm") is not { } realm || item.Text("key") is not { } key) return null;
        if (item.Number("version") is not { } version) return null;
        return new StoredSecret(realm, key, version)
        {
            FieldNames = [.. Names(item).Order(StringComparer.Ordinal)],
            VaultSecret = item.Text("vault_secret"),
            KeepWarm = item.Flag("keep_warm"),
            ExpiresAt = item.Time("expires_at"),
        };
    }

    private static IEnumerable<string> Names(JsonElement item)
    {
        var numbered = NumberedFields.All.Where(name => item.Find(name) is not null);
        return item.Find("fields") is { ValueKind: JsonValueKind.Object } fields
            ? numbered.Concat(fields.EnumerateObject().Select(field => field.Name))
            : numbered;
    }
}
