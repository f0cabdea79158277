using System.Text.Json;
using System.Text.Json.Nodes;

namespace TokenFunctions.Realms.Responses;

/// <summary>The members of an object that is being read from a form or from XML, where a name may come again: its
/// values become a list then.</summary>
internal sealed class RepeatedMembers
{
    // Deeper than any body that a reader lets through.
    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 256 };

    private readonly JsonObject members = [];

    /// <summary>Whether there is none.</summary>
    public bool IsEmpty => members.Count == 0;

    /// <summary>The members as an object.</summary>
    public JsonNode Node => members;

    /// <summary>Adds a value that is no list itself.</summary>
    public void Add(string name, JsonNode value)
    {
        if (!members.TryGetPropertyValue(name, out var earlier)) members.Add(name, value);
        else if (earlier is JsonArray list) list.Add(value);
        else
        {
            members.Remove(name);
            members.Add(name, new JsonArray(earlier, value));
        }
    }

    /// <summary>The members as a value that stands by itself.</summary>
    public JsonElement ToElement() => ToElement(members);

    /// <summary>A node as a value that stands by itself.</summary>
    public static JsonElement ToElement(JsonNode node)
    {
        using var document = JsonDocument.Parse(node.ToJsonString(), Deep);
        return document.RootElement.Clone();
    }
}
