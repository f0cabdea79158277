using System.Buffers;
using System.Text.Json;
using TokenFunctions.Realms.Files;

namespace TokenFunctions.Host.Apply.Remote;

/// <summary>Bodies of changes.</summary>
internal static class RequestBody
{
    /// <summary>The body of <c>POST /api/realm</c>, each member byte for byte as the file has it.</summary>
    public static ReadOnlyMemory<byte> Of(RealmFile realm) => Write(writer =>
    {
        writer.WriteString("id", realm.Id);
        foreach (var (name, value) in realm.Members)
        {
            writer.WritePropertyName(name);
            writer.WriteRawValue(value.GetRawText(), skipInputValidation: true);
        }
    });

    /// <summary>The body of <c>POST /api/secret</c>, values and all.</summary>
    public static ReadOnlyMemory<byte> Of(string realm, WantedSecret secret) => Write(writer =>
    {
        writer.WriteString("realm", realm);
        writer.WriteString("key", secret.Key);
        var fields = secret.Fields.Names.ToLookup(NumberedFields.Has);
        foreach (var name in fields[true]) writer.WriteString(name, secret.Fields.Find(name)!.Reveal());
        writer.WriteStartObject("fields");
        foreach (var name in fields[false]) writer.WriteString(name, secret.Fields.Find(name)!.Reveal());
        writer.WriteEndObject();
        writer.WriteBoolean("keep_warm", secret.KeepWarm);
        if (secret.ExpiresAt is { } at) writer.WriteString("expires_at", at.UtcDateTime);
        if (secret.VaultSecret is { } address) writer.WriteString("vault_secret", address.AbsoluteUri);
    });

    private static ReadOnlyMemory<byte> Write(Action<Utf8JsonWriter> members)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            members(writer);
            writer.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }
}
