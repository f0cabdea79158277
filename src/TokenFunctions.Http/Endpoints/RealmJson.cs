using System.Text.Json;
using TokenFunctions.Http.Languages;
using TokenFunctions.Realms;

namespace TokenFunctions.Http.Endpoints;

/// <summary>A realm as it is answered.</summary>
internal static class RealmJson
{
    public static void Write(Utf8JsonWriter writer, Realm realm)
    {
        writer.WriteStartObject();
        WriteMembers(writer, realm);
        writer.WriteEndObject();
    }

    /// <summary>With <paramref name="warnings"/> where there are some.</summary>
    public static void Write(
        Utf8JsonWriter writer, Realm realm, IReadOnlyList<RealmError> warnings, Language language)
    {
        writer.WriteStartObject();
        WriteMembers(writer, realm);
        if (warnings.Count > 0) ErrorsJson.Write(writer, "warnings", warnings, language);
        writer.WriteEndObject();
    }

    /// <summary>The members that somebody wrote.</summary>
    public static void WriteDefinition(Utf8JsonWriter writer, Realm realm)
    {
        writer.WriteString("id", realm.Id);
        writer.WritePropertyName("config");
        // Byte for byte as it was sent; it was checked then.
        writer.WriteRawValue(realm.Config, skipInputValidation: true);
        if (realm.Preset is not null) writer.WriteString("preset", realm.Preset);
        if (realm.LogicCode is not null) writer.WriteString("logic_code", realm.LogicCode);
        writer.WriteString("comment", realm.Comment);
    }

    private static void WriteMembers(Utf8JsonWriter writer, Realm realm)
    {
        WriteDefinition(writer, realm);
        writer.WriteNumber("version", realm.Version);
        writer.WriteTime("created_at", realm.CreatedAt);
        writer.WriteTime("updated_at", realm.UpdatedAt);
    }
}
