using System.Text.Json;
using TokenFunctions.Http.Languages;
using TokenFunctions.Realms;

namespace TokenFunctions.Http.Endpoints;

/// <summary>Places in a realm's config, each with what is to be said of it.</summary>
internal static class ErrorsJson
{
    public static void Write(
        Utf8JsonWriter writer, string name, IReadOnlyList<RealmError> errors, Language language)
    {
        writer.WriteStartArray(name);
        foreach (var error in errors)
        {
            writer.WriteStartObject();
            writer.WriteString("pointer", error.Pointer);
            writer.WriteString("message", language.Say(error.Message));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
