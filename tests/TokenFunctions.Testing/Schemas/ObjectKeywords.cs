using System.Text.Json;

namespace TokenFunctions.Testing.Schemas;

/// <summary>The keywords that are about objects.</summary>
internal sealed class ObjectKeywords(JsonSchema whole, JsonElement schema, JsonElement value, string pointer)
{
    public IEnumerable<SchemaFault> Check(string keyword, JsonElement demand) => keyword switch
    {
        "properties" => demand.EnumerateObject().SelectMany(
            known => value.TryGetProperty(known.Name, out var member) ? Member(known.Value, known.Name, member) : []),
        "additionalProperties" => value.EnumerateObject().Where(member => !IsKnown(member.Name))
            .SelectMany(member => Member(demand, member.Name, member.Value)),
        "propertyNames" => value.EnumerateObject().SelectMany(
            member => Member(demand, member.Name, JsonElement.Parse($"\"{JsonEncodedText.Encode(member.Name)}\""))),
        "required" => demand.EnumerateArray().Select(name => name.GetString()!)
            .Where(name => !value.TryGetProperty(name, out _)).Select(name => new SchemaFault(At(name), keyword)),
        "minProperties" => Need(keyword, value.EnumerateObject().Count() >= demand.GetInt32()),
        _ => Need(keyword, value.EnumerateObject().Count() <= demand.GetInt32()),
    };

    private IEnumerable<SchemaFault> Member(JsonElement sub, string name, JsonElement member) =>
        whole.Check(sub, member, At(name));

    private bool IsKnown(string name) =>
        schema.TryGetProperty("properties", out var known) && known.TryGetProperty(name, out _);

    private IEnumerable<SchemaFault> Need(string keyword, bool holds) => holds ? [] : [new(pointer, keyword)];

    private string At(string name) => $"{pointer}/{name}";
}
