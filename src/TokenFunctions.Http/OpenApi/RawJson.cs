using System.Text.Json;

namespace TokenFunctions.Http.OpenApi;

/// <summary>Writes JSON that is there as text.</summary>
internal static class RawJson
{
    /// <summary>The members of the object <paramref name="json"/>, into the object that is being written.</summary>
    public static void WriteRawMembers(this Utf8JsonWriter writer, string json) =>
        writer.WriteMembers(JsonElement.Parse(json));

    /// <summary>The members of <paramref name="element"/>, into the object that is being written.</summary>
    public static void WriteMembers(this Utf8JsonWriter writer, JsonElement element)
    {
        foreach (var member in element.EnumerateObject()) member.WriteTo(writer);
    }
}
