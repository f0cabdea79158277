using System.Text.Json;
using TokenFunctions.Http.Input;
using TokenFunctions.Storage;

namespace TokenFunctions.Http.Endpoints;

/// <summary>A secret as it is answered: flat, as the first system had it, with a mask for every value.</summary>
internal static class SecretJson
{
    /// <param name="writer">Takes it.</param>
    /// <param name="secret">The secret.</param>
    /// <param name="isInStore">Whether the service keeps values in its own store, and not in a vault.</param>
    public static void Write(Utf8JsonWriter writer, Secret secret, bool isInStore)
    {
        writer.WriteStartObject();
        writer.WriteString("realm", secret.Key.Realm);
        writer.WriteString("key", secret.Key.Key);
        foreach (var name in SecretFieldRule.Numbered.Where(secret.FieldNames.Contains))
            writer.WriteString(name, SecretFieldRule.Mask);
        writer.WriteStartObject("fields");
        foreach (var name in secret.FieldNames.Where(SecretFieldRule.IsNamed))
            writer.WriteString(name, SecretFieldRule.Mask);
        writer.WriteEndObject();
        writer.WriteBoolean("keep_warm", secret.KeepWarm);
        writer.WriteTime("expires_at", secret.ExpiresAt);
        writer.WriteString("vault_secret", secret.VaultSecret?.AbsoluteUri);
        writer.WriteString("stored_in", PlaceOf(secret, isInStore));
        writer.WriteNumber("version", secret.Version);
        writer.WriteTime("created_at", secret.CreatedAt);
        writer.WriteTime("updated_at", secret.UpdatedAt);
        writer.WriteEndObject();
    }

    private static string PlaceOf(Secret secret, bool isInStore) => secret.VaultSecret is not null
        ? "own_vault_secret"
        : isInStore ? "table" : "vault";
}
