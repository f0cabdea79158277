using System.Text.Json;

namespace TokenFunctions.Core.Tests.Schemas;

/// <summary>Every schema within a schema, with its pointer.</summary>
internal static class SchemaNodes
{
    private static readonly string[] Maps = ["$defs", "properties"];
    private static readonly string[] Lists = ["allOf", "anyOf", "oneOf"];
    private static readonly string[] Ones =
        ["additionalProperties", "propertyNames", "items", "not", "if", "then", "else"];

    public static IEnumerable<(string Pointer, JsonElement Node)> Of(JsonElement schema, string pointer = "#")
    {
        if (schema.ValueKind != JsonValueKind.Object) return [];
        return Inner(schema, pointer).SelectMany(inner => Of(inner.Node, inner.Pointer)).Prepend((pointer, schema));
    }

    private static IEnumerable<(string Pointer, JsonElement Node)> Inner(JsonElement schema, string pointer)
    {
        foreach (var keyword in schema.EnumerateObject())
        {
            var at = $"{pointer}/{keyword.Name}";
            if (Ones.Contains(keyword.Name)) yield return (at, keyword.Value);
            if (Maps.Contains(keyword.Name))
                foreach (var member in keyword.Value.EnumerateObject()) yield return ($"{at}/{member.Name}", member.Value);
            if (Lists.Contains(keyword.Name))
                foreach (var (i, item) in keyword.Value.EnumerateArray().Index()) yield return ($"{at}/{i}", item);
        }
    }
}
