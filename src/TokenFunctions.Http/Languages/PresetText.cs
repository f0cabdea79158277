using System.Text.Json;

namespace TokenFunctions.Http.Languages;

/// <summary>What people read of a preset, in another language.</summary>
/// <param name="Title">What it is for.</param>
/// <param name="Notes">What is confirmed, and what has to be set up; null = it stays as the preset has it.</param>
/// <param name="Labels">What the secret fields are, by their names.</param>
internal sealed record PresetText(string Title, string? Notes, IReadOnlyDictionary<string, string> Labels)
{
    /// <summary>Reads one of the shipped file.</summary>
    public static PresetText Read(JsonElement json) => new(
        json.GetProperty("title").GetString()!,
        json.TryGetProperty("notes", out var notes) ? notes.GetString() : null,
        json.GetProperty("fields").EnumerateObject()
            .ToDictionary(field => field.Name, field => field.Value.GetString()!, StringComparer.Ordinal));
}
