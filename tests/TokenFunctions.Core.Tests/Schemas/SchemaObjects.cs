using System.Text.Json;
using System.Text.Json.Nodes;
using TokenFunctions.Testing.Schemas;

namespace TokenFunctions.Core.Tests.Schemas;

/// <summary>All objects that a config may have.</summary>
internal static class SchemaObjects
{
    private static readonly JsonSchema Whole = RealmSchema.Whole;

    public static IReadOnlyList<SchemaObject> All { get; } =
        [.. From(new("/config", Whole.Resolve("#/$defs/config"), Complete))];

    /// <summary>The schema itself where it has no choices, else each of them; references are followed.</summary>
    public static IEnumerable<JsonElement> Choices(JsonElement schema)
    {
        foreach (var list in new[] { "oneOf", "anyOf" })
            if (schema.TryGetProperty(list, out var choices)) return choices.EnumerateArray().SelectMany(Choices);
        return schema.TryGetProperty("$ref", out var reference) ? Choices(Whole.Resolve(reference.GetString()!)) : [schema];
    }

    private static JsonObject Complete(JsonObject config)
    {
        config["url"] ??= "https://api.example.com/token";
        config["token_path"] ??= "access_token";
        config["expires_in_path"] ??= "expires_in";
        return config;
    }

    private static IEnumerable<SchemaObject> From(SchemaObject outer) => outer.Members
        .SelectMany(member => Within(outer, member.Name, member.Value))
        .SelectMany(From)
        .Prepend(outer);

    private static IEnumerable<SchemaObject> Within(SchemaObject outer, string member, JsonElement schema)
    {
        var choices = Choices(schema).ToList();
        var at = outer.At(member);
        var items = choices.Where(c => c.TryGetProperty("items", out _)).SelectMany(c => Choices(c.GetProperty("items"))).ToList();
        return Objects(choices, at, own => outer.Wrap(With(outer, member, own)))
            .Concat(Objects(items, at + "/0", own => outer.Wrap(With(outer, member, new JsonArray(own)))));
    }

    private static IEnumerable<SchemaObject> Objects(List<JsonElement> choices, string pointer, Func<JsonObject, JsonObject> wrap)
    {
        var objects = choices.Where(c => c.TryGetProperty("properties", out _)).ToList();
        return objects.Select(o => new SchemaObject(pointer, o, wrap)
        {
            Elsewhere = [.. objects.SelectMany(other => other.GetProperty("properties").EnumerateObject()).Select(m => m.Name).Distinct()],
        });
    }

    private static JsonObject With(SchemaObject outer, string member, JsonNode value)
    {
        var own = SchemaSample.Object(outer.Schema);
        own[member] = value;
        return own;
    }
}
