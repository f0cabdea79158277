using System.Buffers;
using System.Text.Json;

namespace TokenFunctions.Realms.Presets;

/// <summary>Puts a realm's own members over those of its preset: objects member by member, anything else as a whole;
/// null takes a member away (as RFC 7396 has it).</summary>
internal static class ConfigMerge
{
    /// <summary>The merged config.</summary>
    public static JsonElement Over(JsonElement preset, JsonElement own)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer)) Write(writer, preset, own);
        using var merged = JsonDocument.Parse(buffer.WrittenMemory);
        return merged.RootElement.Clone();
    }

    private static void Write(Utf8JsonWriter writer, JsonElement preset, JsonElement own)
    {
        if (preset.ValueKind != JsonValueKind.Object || own.ValueKind != JsonValueKind.Object)
        {
            own.WriteTo(writer);
            return;
        }

        writer.WriteStartObject();
        foreach (var member in preset.EnumerateObject())
        {
            if (!own.TryGetProperty(member.Name, out var other)) member.WriteTo(writer);
            else if (other.ValueKind != JsonValueKind.Null)
            {
                writer.WritePropertyName(member.Name);
                Write(writer, member.Value, other);
            }
        }

        // Twice the same name among the own ones stays, so that the config's reader finds it.
        foreach (var member in own.EnumerateObject())
            if (!preset.TryGetProperty(member.Name, out _) && member.Value.ValueKind != JsonValueKind.Null)
                member.WriteTo(writer);
        writer.WriteEndObject();
    }
}
