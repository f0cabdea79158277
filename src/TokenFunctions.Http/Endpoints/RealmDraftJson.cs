using System.Text.Json;
using TokenFunctions.Realms.Drafting;

namespace TokenFunctions.Http.Endpoints;

/// <summary>A drafted realm as it is answered; <c>realm</c> can be sent back as it stands.</summary>
internal static class RealmDraftJson
{
    public static void Write(Utf8JsonWriter writer, RealmDraft draft)
    {
        writer.WriteStartObject();
        writer.WriteStartObject("realm");
        writer.WriteString("id", draft.Id);
        writer.WritePropertyName("config");
        draft.Config.WriteTo(writer);
        writer.WriteEndObject();
        WriteSecret(writer, draft.Secret);
        WritePreset(writer, draft);
        writer.WriteStartArray("unsure");
        foreach (var sentence in draft.Unsure) writer.WriteStringValue(sentence);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteSecret(Utf8JsonWriter writer, IReadOnlyList<DraftField> fields)
    {
        writer.WriteStartArray("secret");
        foreach (var field in fields)
        {
            writer.WriteStartObject();
            writer.WriteString("field", field.Field);
            writer.WriteString("label", field.Label);
            writer.WriteBoolean("confidential", field.IsConfidential);
            writer.WriteString("from", field.From);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WritePreset(Utf8JsonWriter writer, RealmDraft draft)
    {
        writer.WritePropertyName("preset");
        if (draft.Preset is not { } preset)
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteStartObject();
        writer.WriteString("id", preset.Id);
        writer.WriteString("title", preset.Title);
        writer.WriteString("why", preset.Why);
        writer.WriteEndObject();
    }
}
