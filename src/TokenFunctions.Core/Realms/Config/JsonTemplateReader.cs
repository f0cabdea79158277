using System.Text.Json;
using TokenFunctions.Realms.Requests;
using TokenFunctions.Realms.Templates;

namespace TokenFunctions.Realms.Config;

/// <summary>Reads a JSON value whose texts are templates, at any depth.</summary>
internal static class JsonTemplateReader
{
    /// <summary>The value; null when a text in it is malformed.</summary>
    public static JsonTemplate? Read(JsonElement value, string pointer, ConfigFaults faults)
    {
        var before = faults.Errors.Count;
        var result = value.ValueKind switch
        {
            JsonValueKind.String => ReadText(value, pointer, faults),
            JsonValueKind.Object => new JsonTemplate { Members = ReadMembers(value, pointer, faults) },
            JsonValueKind.Array => new JsonTemplate { Items = ReadItems(value, pointer, faults) },
            _ => new JsonTemplate { Raw = value.GetRawText() },
        };
        return faults.Errors.Count == before ? result : null;
    }

    private static JsonTemplate ReadText(JsonElement value, string pointer, ConfigFaults faults)
    {
        var parse = TemplateParser.Parse(value.GetString() ?? "");
        if (!parse.IsValid) faults.Add(pointer, parse.Fault);
        return new JsonTemplate { Text = parse.Template };
    }

    private static List<KeyValuePair<string, JsonTemplate>> ReadMembers(
        JsonElement value, string pointer, ConfigFaults faults)
    {
        List<KeyValuePair<string, JsonTemplate>> members = [];
        foreach (var member in value.EnumerateObject())
            if (Read(member.Value, ConfigText.Pointer(pointer, member.Name), faults) is { } read)
                members.Add(new(member.Name, read));
        return members;
    }

    private static List<JsonTemplate> ReadItems(JsonElement value, string pointer, ConfigFaults faults)
    {
        List<JsonTemplate> items = [];
        foreach (var item in value.EnumerateArray())
            if (Read(item, $"{pointer}/{items.Count}", faults) is { } read) items.Add(read);
        return items;
    }
}
