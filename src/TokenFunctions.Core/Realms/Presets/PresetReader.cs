using System.Text.Json;

namespace TokenFunctions.Realms.Presets;

/// <summary>Reads the shipped files. They are part of the program, so a file that is not as it should be is a fault of
/// the program.</summary>
internal static class PresetReader
{
    public static Preset Read(JsonElement json) => new(Text(json, "id"), json)
    {
        Title = Text(json, "title"),
        Documentation = Text(json, "documentation"),
        Secret = [.. json.GetProperty("secret").EnumerateArray().Select(Field)],
        Config = json.GetProperty("config"),
        Confirmation = Text(json, "confirmation"),
        Notes = Text(json, "notes"),
    };

    private static PresetField Field(JsonElement json) => new(Text(json, "field"), Text(json, "label"))
    {
        IsConfidential = json.GetProperty("confidential").GetBoolean(),
        IsRequired = !json.TryGetProperty("required", out var required) || required.GetBoolean(),
    };

    private static string Text(JsonElement json, string member) => json.GetProperty(member).GetString()!;
}
