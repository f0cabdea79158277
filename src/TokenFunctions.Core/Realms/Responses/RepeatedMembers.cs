using System.Text.Json;
using System.Text.Json.Nodes;

namespace TokenFunctions.Realms.Responses;

/// <summary>The members of an object that is being read from a form or from XML, where a name may come again: its
/// values become a list then.</summary>
internal sealed class RepeatedMembers
{
    // Deeper than any body that a reader lets through.
    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 256 };

    private readonly Dictionary<string, List<JsonNode>> members = new(StringComparer.Ordinal);

    /// <summary>Whether there is none.</summary>
    public bool IsEmpty => members.Count == 0;

    /// <summary>The members as an object. It takes the values over, so it is asked for once.</summary>
    public JsonNode Node => new JsonObject(members.Select(member => KeyValuePair.Create(
        member.Key, member.Value is [var only] ? only : (JsonNode?)new JsonArray([.. member.Value]))));

    /// <summary>Adds a value that is no list itself.</summary>
    public void Add(string name, JsonNode value)
    {
        if (members.TryGetValue(name, out var values)) values.Add(value);
        else members.Add(name, [value]);
    }

    /// <summary>The members as a value that stands by itself.</summary>
    public JsonElement ToElement() => ToElement(Node);

    /// <summary>A node as a value that stands by itself.</summary>
    public static JsonElement ToElement(JsonNode node)
    {
        using var document = JsonDocument.Parse(node.ToJsonString(), Deep);
        return document.RootElement.Clone();
    }
}
