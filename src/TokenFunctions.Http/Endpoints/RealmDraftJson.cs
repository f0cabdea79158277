using System.Text.Json;
using TokenFunctions.Http.Languages;
using TokenFunctions.Realms.Drafting;

namespace TokenFunctions.Http.Endpoints;

/// <summary>A drafted realm as it is answered; <c>realm</c> can be sent back as it stands.</summary>
internal static class RealmDraftJson
{
    public static void Write(Utf8JsonWriter writer, RealmDraft draft, Language language)
    {
        writer.WriteStartObject();
        writer.WriteStartObject("realm");
        writer.WriteString("id", draft.Id);
        writer.WritePropertyName("config");
        draft.Config.WriteTo(writer);
        writer.WriteEndObject();
        WriteSecret(writer, draft.Secret, language);
        WritePreset(writer, draft, language);
        writer.WriteStartArray("unsure");
        foreach (var sentence in draft.Unsure) writer.WriteStringValue(language.Say(sentence));
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteSecret(Utf8JsonWriter writer, IReadOnlyList<DraftField> fields, Language language)
    {
        writer.WriteStartArray("secret");
        foreach (var field in fields)
        {
            writer.WriteStartObject();
            writer.WriteString("field", field.Field);
            writer.WriteString("label", field.Label);
            writer.WriteBoolean("confidential", field.IsConfidential);
            writer.WriteString("from", language.Say(field.From));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WritePreset(Utf8JsonWriter writer, RealmDraft draft, Language language)
    {
        writer.WritePropertyName("preset");
        if (draft.Preset is not { } preset)
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteStartObject();
        writer.WriteString("id", preset.Id);
        writer.WriteString("title", language.Preset(preset.Id)?.Title ?? preset.Title);
        writer.WriteString("why", language.Say(preset.Why));
        writer.WriteEndObject();
    }
}
