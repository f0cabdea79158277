using System.Text.Json;
using TokenFunctions.Realms.Requests;
using TokenFunctions.Realms.Templates;

namespace TokenFunctions.Realms.Config;

/// <summary>Reads a JSON value whose texts are templates, at any depth.</summary>
internal static class JsonTemplateReader
{
    /// <summary>The value; null when a text in it is malformed.</summary>
    public static JsonTemplate? Read(JsonElement value, string pointer, ConfigCheck check)
    {
        var before = check.Errors.Count;
        var result = value.ValueKind switch
        {
            JsonValueKind.String => ReadText(value, pointer, check),
            JsonValueKind.Object => new JsonTemplate { Members = ReadMembers(value, pointer, check) },
            JsonValueKind.Array => new JsonTemplate { Items = ReadItems(value, pointer, check) },
            _ => new JsonTemplate { Raw = value.GetRawText() },
        };
        return check.Errors.Count == before ? result : null;
    }

    private static JsonTemplate ReadText(JsonElement value, string pointer, ConfigCheck check)
    {
        var parse = TemplateParser.Parse(value.GetString() ?? "", check.Names);
        if (!parse.IsValid) check.Add(pointer, parse.Fault);
        return new JsonTemplate { Text = parse.Template };
    }

    private static List<KeyValuePair<string, JsonTemplate>> ReadMembers(
        JsonElement value, string pointer, ConfigCheck check)
    {
        List<KeyValuePair<string, JsonTemplate>> members = [];
        foreach (var member in value.EnumerateObject())
            if (Read(member.Value, ConfigText.Pointer(pointer, member.Name), check) is { } read)
                members.Add(new(member.Name, read));
        return members;
    }

    private static List<JsonTemplate> ReadItems(JsonElement value, string pointer, ConfigCheck check)
    {
        List<JsonTemplate> items = [];
        foreach (var item in value.EnumerateArray())
            if (Read(item, $"{pointer}/{items.Count}", check) is { } read) items.Add(read);
        return items;
    }
}
