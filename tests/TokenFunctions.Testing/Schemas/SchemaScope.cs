using System.Text.Json;

namespace TokenFunctions.Testing.Schemas;

/// <summary>One schema over one value.</summary>
internal sealed class SchemaScope(JsonSchema whole, JsonElement schema, JsonElement value, string pointer)
{
    // They tell and demand nothing.
    private static readonly string[] Told =
        ["$schema", "$defs", "title", "description", "default", "examples", "then", "else", "writeOnly", "x-enum-descriptions"];

    private static readonly string[] OfObjects =
        ["properties", "additionalProperties", "propertyNames", "required", "minProperties", "maxProperties"];

    public IEnumerable<SchemaFault> Check(string keyword, JsonElement demand)
    {
        if (Told.Contains(keyword)) return [];
        if (OfObjects.Contains(keyword))
            return value.ValueKind == JsonValueKind.Object
                ? new ObjectKeywords(whole, schema, value, pointer).Check(keyword, demand)
                : [];
        return keyword switch
        {
            "$ref" => Sub(whole.Resolve(demand.GetString()!)),
            "allOf" => demand.EnumerateArray().SelectMany(Sub),
            "anyOf" => Need(keyword, demand.EnumerateArray().Any(Fits)),
            "oneOf" => Need(keyword, demand.EnumerateArray().Count(Fits) == 1),
            "not" => Need(keyword, !Fits(demand)),
            "if" => schema.TryGetProperty(Fits(demand) ? "then" : "else", out var next) ? Sub(next) : [],
            "items" => value.ValueKind == JsonValueKind.Array
                ? value.EnumerateArray().SelectMany((item, i) => whole.Check(demand, item, $"{pointer}/{i}"))
                : [],
            _ => Need(keyword, PlainKeywords.Holds(keyword, demand, value)),
        };
    }

    private IEnumerable<SchemaFault> Sub(JsonElement sub) => whole.Check(sub, value, pointer);

    private bool Fits(JsonElement sub) => !Sub(sub).Any();

    private IEnumerable<SchemaFault> Need(string keyword, bool holds) => holds ? [] : [new(pointer, keyword)];
}
