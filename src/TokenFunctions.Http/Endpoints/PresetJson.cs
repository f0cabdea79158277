using System.Text.Json;
using TokenFunctions.Http.Languages;
using TokenFunctions.Realms.Presets;

namespace TokenFunctions.Http.Endpoints;

/// <summary>A preset as it is answered, what people read of it in their language.</summary>
internal static class PresetJson
{
    /// <summary>The whole of it.</summary>
    public static void Write(Utf8JsonWriter writer, Preset preset, Language language)
    {
        if (language.Preset(preset.Id) is not { } text)
        {
            preset.Json.WriteTo(writer);
            return;
        }

        writer.WriteStartObject();
        foreach (var member in preset.Json.EnumerateObject())
        {
            writer.WritePropertyName(member.Name);
            if (member.NameEquals("title")) writer.WriteStringValue(text.Title);
            else if (member.NameEquals("notes")) writer.WriteStringValue(text.Notes ?? preset.Notes);
            else if (member.NameEquals("secret")) WriteFields(writer, member.Value, text);
            else member.Value.WriteTo(writer);
        }

        writer.WriteEndObject();
    }

    /// <summary>As lists show it: without its config.</summary>
    public static void WriteShort(Utf8JsonWriter writer, Preset preset, Language language)
    {
        var text = language.Preset(preset.Id);
        writer.WriteStartObject();
        writer.WriteString("id", preset.Id);
        writer.WriteString("title", text?.Title ?? preset.Title);
        writer.WriteString("documentation", preset.Documentation);
        writer.WriteString("confirmation", preset.Confirmation);
        writer.WriteStartArray("secret");
        foreach (var field in preset.Secret) Write(writer, field, text);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    // As the preset has them: a member that is left out stays so.
    private static void WriteFields(Utf8JsonWriter writer, JsonElement fields, PresetText text)
    {
        writer.WriteStartArray();
        foreach (var field in fields.EnumerateArray())
        {
            var label = text.Labels.GetValueOrDefault(field.GetProperty("field").GetString()!);
            writer.WriteStartObject();
            foreach (var member in field.EnumerateObject())
            {
                if (label is not null && member.NameEquals("label")) writer.WriteString(member.Name, label);
                else member.WriteTo(writer);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, PresetField field, PresetText? text)
    {
        writer.WriteStartObject();
        writer.WriteString("field", field.Name);
        writer.WriteString("label", text?.Labels.GetValueOrDefault(field.Name) ?? field.Label);
        writer.WriteBoolean("confidential", field.IsConfidential);
        writer.WriteBoolean("required", field.IsRequired);
        writer.WriteEndObject();
    }
}
