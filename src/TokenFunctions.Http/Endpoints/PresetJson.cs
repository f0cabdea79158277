using System.Text.Json;
using TokenFunctions.Realms.Presets;

namespace TokenFunctions.Http.Endpoints;

/// <summary>A preset as lists show it: without its config.</summary>
internal static class PresetJson
{
    public static void WriteShort(Utf8JsonWriter writer, Preset preset)
    {
        writer.WriteStartObject();
        writer.WriteString("id", preset.Id);
        writer.WriteString("title", preset.Title);
        writer.WriteString("documentation", preset.Documentation);
        writer.WriteString("confirmation", preset.Confirmation);
        writer.WriteStartArray("secret");
        foreach (var field in preset.Secret) Write(writer, field);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, PresetField field)
    {
        writer.WriteStartObject();
        writer.WriteString("field", field.Name);
        writer.WriteString("label", field.Label);
        writer.WriteBoolean("confidential", field.IsConfidential);
        writer.WriteBoolean("required", field.IsRequired);
        writer.WriteEndObject();
    }
}
