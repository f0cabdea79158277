using System.Text.Json;
using TokenFunctions.Realms;
using TokenFunctions.Realms.Files;

namespace TokenFunctions.Client.Embedded.Reading;

/// <summary>Makes the realm of what a file says of it; a service would judge these members itself.</summary>
internal static class RealmFileDefinition
{
    /// <summary>The realm; null = a member is not of its kind, and the faults say which.</summary>
    public static RealmDefinition? Of(RealmFile file, List<string> faults)
    {
        var before = faults.Count;
        var config = file.Members.GetValueOrDefault("config");
        var realm = new RealmDefinition(
            file.Id, config.ValueKind == JsonValueKind.Object ? config.GetRawText() : "{}")
        {
            Preset = Text(file, "preset", faults),
            LogicCode = Text(file, "logic_code", faults),
            Comment = Text(file, "comment", faults),
        };
        return faults.Count == before ? realm : null;
    }

    private static string? Text(RealmFile file, string name, List<string> faults)
    {
        var member = file.Members.GetValueOrDefault(name);
        if (member.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null) return null;
        if (member.ValueKind == JsonValueKind.String) return member.GetString();
        faults.Add($"The file of the realm {file.Id}: /{name} must be a text");
        return null;
    }
}
