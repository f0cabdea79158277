using System.Text.Json;
using System.Text.Json.Nodes;
using TokenFunctions.Testing.Schemas;

namespace TokenFunctions.Core.Tests.Schemas;

/// <summary>Makes values that a schema accepts.</summary>
internal static class SchemaSample
{
    private static readonly JsonSchema Whole = RealmSchema.Whole;

    /// <summary>One value: an example where there is one, and of an object only what it cannot do without.</summary>
    public static JsonNode? Of(JsonElement schema)
    {
        if (schema.TryGetProperty("const", out var constant)) return Node(constant);
        foreach (var list in new[] { "examples", "enum" })
            if (schema.TryGetProperty(list, out var choices)) return Node(choices[0]);
        if (schema.TryGetProperty("$ref", out var reference)) return Of(Whole.Resolve(reference.GetString()!));
        foreach (var list in new[] { "oneOf", "anyOf" })
            if (schema.TryGetProperty(list, out var choices)) return Of(choices[0]);
        if (schema.TryGetProperty("items", out var items)) return new JsonArray(Of(items));
        if (schema.TryGetProperty("properties", out _)) return Object(schema);
        return OfType(schema.TryGetProperty("type", out var type) ? type.ToString() : "string", schema);
    }

    /// <summary>An object with what it cannot do without.</summary>
    public static JsonObject Object(JsonElement schema)
    {
        var result = new JsonObject();
        if (!schema.TryGetProperty("required", out var required)) return result;
        foreach (var name in required.EnumerateArray())
            result[name.GetString()!] = Of(schema.GetProperty("properties").GetProperty(name.GetString()!));
        return result;
    }

    /// <summary>What a member of an object cannot do without, though the object can.</summary>
    public static IEnumerable<(string Name, JsonNode? Value)> Company(SchemaObject owner, string member)
    {
        if (member != "key_encoding") return [];
        (string Name, JsonNode? Value)[] company = [("alg", "HS256"), ("hash", "hmac_sha256"), ("key", "$key_1")];
        return company.Where(other => owner.Members.Any(known => known.Name == other.Name));
    }

    private static JsonNode OfType(string type, JsonElement schema) => type switch
    {
        "integer" => schema.TryGetProperty("minimum", out var least) ? Node(least)! : 1,
        "boolean" => true,
        "object" => new JsonObject(),
        "array" => new JsonArray(),
        _ => "x",
    };

    private static JsonNode? Node(JsonElement value) => JsonNode.Parse(value.GetRawText());
}
