using System.Buffers;
using System.Collections.ObjectModel;
using System.Text.Json;
using TokenFunctions.Tokens;

namespace TokenFunctions.Storage;

/// <summary>The plain form of what is sealed in a token's row.</summary>
internal static class SealedValues
{
    // Deeper than any answer was ever read; what was written must open again.
    private static readonly JsonReaderOptions Deep = new() { MaxDepth = 512 };

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
        var json = new Utf8JsonReader(plain, Deep);
        var (value, extra) = ((SecretText?)null, (IReadOnlyDictionary<string, JsonElement>?)null);
        json.Read();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if (json.ValueTextEquals("token"u8)) value = json.Read() ? SecretJson.Read(ref json) : null;
            else if (json.ValueTextEquals("extra"u8)) extra = ReadExtra(ref json);
            else json.Skip();
        }

        return value is not null && extra is not null
            ? (value, extra)
            : throw new InvalidDataException("A sealed token lacks its value.");
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

    private static IReadOnlyDictionary<string, JsonElement> ReadExtra(ref Utf8JsonReader json)
    {
        Dictionary<string, JsonElement>? extra = null;
        json.Read();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var name = json.GetString()!;
            json.Read();
            (extra ??= new(StringComparer.Ordinal)).Add(name, JsonElement.ParseValue(ref json));
        }

        return extra ?? (IReadOnlyDictionary<string, JsonElement>)ReadOnlyDictionary<string, JsonElement>.Empty;
    }

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
