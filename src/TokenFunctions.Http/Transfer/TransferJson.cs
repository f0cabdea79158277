using System.Text.Json;
using TokenFunctions.Http.Callers;
using TokenFunctions.Http.Endpoints;
using TokenFunctions.Realms;
using TokenFunctions.Storage;

namespace TokenFunctions.Http.Transfer;

/// <summary>Writes what is carried out: no value of a secret, no token, no key and no hash of one.</summary>
internal static class TransferJson
{
    public static void Write(Utf8JsonWriter writer, TransferContent content, DateTimeOffset now)
    {
        writer.WriteStartObject();
        writer.WriteNumber("format", TransferForm.Version);
        writer.WriteStartObject("product");
        writer.WriteString("name", Product.Name);
        writer.WriteString("version", Product.Version);
        writer.WriteEndObject();
        writer.WriteTime("exported_at", now);
        WriteAll(writer, "realms", content.Realms, Write);
        WriteAll(writer, "secrets", content.Secrets, Write);
        if (content.Callers is { } callers) WriteAll(writer, "callers", callers, Write);
        writer.WriteEndObject();
    }

    /// <summary>Writes a caller without its keys.</summary>
    public static void Write(Utf8JsonWriter writer, Caller caller)
    {
        writer.WriteStartObject();
        CallerJson.WriteRules(writer, caller);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, Realm realm)
    {
        writer.WriteStartObject();
        RealmJson.WriteDefinition(writer, realm);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, Secret secret)
    {
        writer.WriteStartObject();
        writer.WriteString("realm", secret.Key.Realm);
        writer.WriteString("key", secret.Key.Key);
        writer.WriteStartArray("fields");
        foreach (var name in secret.FieldNames.Order(StringComparer.Ordinal)) writer.WriteStringValue(name);
        writer.WriteEndArray();
        writer.WriteBoolean("keep_warm", secret.KeepWarm);
        writer.WriteTime("expires_at", secret.ExpiresAt);
        writer.WriteString("vault_secret", secret.VaultSecret?.AbsoluteUri);
        writer.WriteEndObject();
    }

    private static void WriteAll<T>(
        Utf8JsonWriter writer, string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        writer.WriteStartArray(name);
        foreach (var item in items) write(writer, item);
        writer.WriteEndArray();
    }
}
