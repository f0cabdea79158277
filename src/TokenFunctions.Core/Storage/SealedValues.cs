using System.Buffers;
using System.Collections.ObjectModel;
using System.Text.Json;
using TokenFunctions.Tokens;

namespace TokenFunctions.Storage;

/// <summary>The plain form of what is sealed in a token's row.</summary>
internal static class SealedValues
{
    // Deeper than any answer was ever read; what was written must open again.
    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 512 };

    /// <summary>A token's value with what is handed out beside it.</summary>
    public static ReadOnlyMemory<byte> Write(SecretText value, IReadOnlyDictionary<string, JsonElement> extra) =>
        Write(writer =>
        {
            value.WriteUtf8(writer, "token");
            writer.WriteStartObject("extra");
            foreach (var (name, found) in extra)
            {
                writer.WritePropertyName(name);
                found.WriteTo(writer);
            }

            writer.WriteEndObject();
        });

    /// <summary>The values that are kept from answer to answer.</summary>
    public static ReadOnlyMemory<byte> Write(IReadOnlyDictionary<string, KeptValue> state) =>
        Write(writer =>
        {
            foreach (var (name, kept) in state)
            {
                writer.WriteStartObject(name);
                writer.WriteString("value", kept.Value.Reveal());
                writer.WriteString("origin", kept.Origin);
                writer.WriteEndObject();
            }
        });

    /// <summary>Reads a token's value and what is handed out beside it.</summary>
    public static (SecretText Value, IReadOnlyDictionary<string, JsonElement> Extra) ReadToken(byte[] plain)
    {
        using var json = JsonDocument.Parse(plain, Deep);
        return (SecretJson.Read(json.RootElement.GetProperty("token")), Extra(json.RootElement.GetProperty("extra")));
    }

    /// <summary>Reads the values that are kept from answer to answer.</summary>
    public static IReadOnlyDictionary<string, KeptValue> ReadState(byte[] plain)
    {
        using var json = JsonDocument.Parse(plain);
        return json.RootElement.EnumerateObject().ToDictionary(
            member => member.Name,
            member => new KeptValue(
                new SecretText(member.Value.GetProperty("value").GetString()!),
                member.Value.GetProperty("origin").GetString()!),
            StringComparer.Ordinal);
    }

    // Most tokens have nothing beside them, and need no dictionary of their own for that.
    private static IReadOnlyDictionary<string, JsonElement> Extra(JsonElement members) =>
        members.GetPropertyCount() == 0
            ? ReadOnlyDictionary<string, JsonElement>.Empty
            : members.EnumerateObject()
                .ToDictionary(member => member.Name, member => member.Value.Clone(), StringComparer.Ordinal);

    private static ReadOnlyMemory<byte> Write(Action<Utf8JsonWriter> members)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer);
        writer.WriteStartObject();
        members(writer);
        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenMemory;
    }
}
