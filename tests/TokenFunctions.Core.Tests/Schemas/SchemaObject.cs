using System.Text.Json;
using System.Text.Json.Nodes;

namespace TokenFunctions.Core.Tests.Schemas;

/// <summary>An object that a config may have somewhere, as the schema describes it.</summary>
/// <param name="Pointer">Where it is.</param>
/// <param name="Schema">Its schema.</param>
/// <param name="Wrap">Puts such an object into a config.</param>
internal sealed record SchemaObject(string Pointer, JsonElement Schema, Func<JsonObject, JsonObject> Wrap)
{
    /// <summary>Its name among the tests: of a choice of objects each has its own.</summary>
    public string Name =>
        Schema.TryGetProperty("title", out var title) ? $"{Pointer} ({title})" : Pointer;

    /// <summary>The names of the other objects that may stand in its place, and theirs alone.</summary>
    public IReadOnlyList<string> Elsewhere { get; init; } = [];

    /// <summary>Its members.</summary>
    public IEnumerable<JsonProperty> Members => Schema.GetProperty("properties").EnumerateObject();

    /// <summary>Where a member is.</summary>
    public string At(string member) => $"{Pointer}/{member}";

    /// <summary>A config with the object, and in it some members beside those that it needs.</summary>
    public string Config(params (string Name, JsonNode? Value)[] members)
    {
        var own = SchemaSample.Object(Schema);
        foreach (var (name, value) in members) own[name] = value;
        return Wrap(own).ToJsonString();
    }
}
