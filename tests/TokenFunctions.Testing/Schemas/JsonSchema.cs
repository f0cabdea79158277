using System.Text.Json;
using Xunit;

namespace TokenFunctions.Testing.Schemas;

/// <summary>Checks values against a schema of JSON Schema 2020-12, of which it knows what our schemas use: every other
/// keyword is an exception, so that none is passed over.</summary>
public sealed class JsonSchema
{
    private readonly JsonElement root;

    /// <summary>Reads a schema, or a document that holds some.</summary>
    public JsonSchema(string text) => root = JsonElement.Parse(text);

    /// <summary>The schema itself.</summary>
    public JsonElement Root => root;

    /// <summary>All faults of a value; none = it is valid.</summary>
    public IReadOnlyList<SchemaFault> Check(JsonElement value) => [.. Check(root, value, "")];

    /// <summary>As <see cref="Check(JsonElement)"/>, of a text.</summary>
    public IReadOnlyList<SchemaFault> Check(string json) => Check(JsonElement.Parse(json));

    /// <summary>Whether a text is valid.</summary>
    public bool Accepts(string json) => Check(json).Count == 0;

    /// <summary>What a reference within the schema names.</summary>
    public JsonElement Resolve(string reference)
    {
        Assert.StartsWith("#/", reference, StringComparison.Ordinal);
        var found = root;
        foreach (var name in reference[2..].Split('/')) found = found.GetProperty(name);
        return found;
    }

    /// <summary>The faults of a value at a place of the schema.</summary>
    public IEnumerable<SchemaFault> Check(JsonElement schema, JsonElement value, string pointer)
    {
        if (schema.ValueKind == JsonValueKind.True) return [];
        if (schema.ValueKind == JsonValueKind.False) return [new(pointer, "false")];
        var scope = new SchemaScope(this, schema, value, pointer);
        return schema.EnumerateObject().SelectMany(keyword => scope.Check(keyword.Name, keyword.Value));
    }
}
