using System.Text.Json;
using System.Text.RegularExpressions;
using TokenFunctions.Testing.Schemas;

namespace TokenFunctions.Core.Tests.Schemas;

/// <summary>The schema as a schema.</summary>
public sealed class SchemaFormTests
{
    private static readonly JsonSchema Schema = RealmSchema.Whole;
    private static readonly IReadOnlyList<(string Pointer, JsonElement Node)> Nodes = [.. SchemaNodes.Of(Schema.Root)];

    [Fact]
    public void It_says_only_what_JSON_Schema_2020_12_knows()
    {
        Assert.Empty(RealmSchema.Dialect.Check(Schema.Root));
        Assert.Empty(RealmSchema.Dialect.Check(RealmSchema.Dialect.Root));
    }

    [Theory]
    [InlineData("""{"requierd":["id"]}""")]
    [InlineData("""{"type":"text"}""")]
    [InlineData("""{"properties":{"a":{"minItems":-1}}}""")]
    [InlineData("""{"oneOf":[]}""")]
    public void A_mistake_in_a_schema_is_found(string schema) =>
        Assert.NotEmpty(RealmSchema.Dialect.Check(schema));

    [Fact]
    public void Every_definition_is_there_and_used()
    {
        var used = Nodes.Where(n => n.Node.TryGetProperty("$ref", out _))
            .Select(n => n.Node.GetProperty("$ref").GetString()!).Distinct().ToList();
        var defined = Schema.Root.GetProperty("$defs").EnumerateObject().Select(d => d.Name);

        Assert.All(used, reference => Schema.Resolve(reference));
        Assert.All(defined, name => Assert.Contains(used, r => r == $"#/$defs/{name}" || r.StartsWith($"#/$defs/{name}/", StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_object_refuses_members_that_it_does_not_name() => Assert.All(
        Nodes.Where(n => IsObject(n.Node) && n.Node.TryGetProperty("properties", out _) && !n.Node.TryGetProperty("oneOf", out _)),
        n => Assert.Equal("False", n.Node.GetProperty("additionalProperties").ToString()));

    [Fact]
    public void Every_member_is_described() => Assert.All(
        Nodes.Where(n => IsObject(n.Node) && n.Node.TryGetProperty("properties", out _) && !n.Node.TryGetProperty("oneOf", out _))
            .Where(n => !n.Pointer.Contains("/override", StringComparison.Ordinal))
            .SelectMany(n => n.Node.GetProperty("properties").EnumerateObject())
            .Where(member => member.Value.ValueKind == JsonValueKind.Object && !member.Value.TryGetProperty("const", out _)),
        member => Assert.True(Describes(member.Value), member.ToString()));

    [Fact]
    public void Every_example_and_every_default_is_valid() => Assert.All(
        Nodes.Where(n => n.Node.TryGetProperty("type", out _) || n.Node.TryGetProperty("anyOf", out _) || n.Node.TryGetProperty("$ref", out _) || n.Node.TryGetProperty("enum", out _)),
        n => Assert.All(Shown(n.Node), value => Assert.Empty(Schema.Check(n.Node, value, n.Pointer))));

    [Fact]
    public void Every_pattern_is_one_of_ECMA_262() => Assert.All(
        Nodes.Where(n => n.Node.TryGetProperty("pattern", out _)),
        n => _ = new Regex(n.Node.GetProperty("pattern").GetString()!, RegexOptions.ECMAScript, TimeSpan.FromSeconds(1)));

    [Theory]
    [InlineData("override", "config")]
    [InlineData("overrideTls", "tls")]
    [InlineData("overrideResponse", "response")]
    [InlineData("overrideErrors", "errors")]
    [InlineData("overrideAttach", "attach")]
    [InlineData("overridePolicy", "policy")]
    [InlineData("overrideAuth", "authBasic", "authBearer", "authAws")]
    public void What_goes_over_a_preset_has_the_members_of_what_it_goes_over(string over, params string[] under) =>
        Assert.Equal(under.SelectMany(Members).Distinct().Order(StringComparer.Ordinal), Members(over).Order(StringComparer.Ordinal));

    private static IEnumerable<string> Members(string definition) =>
        Schema.Resolve($"#/$defs/{definition}").GetProperty("properties").EnumerateObject().Select(member => member.Name);

    private static bool IsObject(JsonElement node) =>
        node.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String && type.ValueEquals("object");

    private static bool Describes(JsonElement node) =>
        node.TryGetProperty("description", out _)
        || (node.TryGetProperty("$ref", out var reference) && Schema.Resolve(reference.GetString()!) is var named
            && (named.TryGetProperty("description", out _) || named.TryGetProperty("title", out _)));

    private static IEnumerable<JsonElement> Shown(JsonElement node)
    {
        if (node.TryGetProperty("default", out var usual)) yield return usual;
        if (!node.TryGetProperty("examples", out var examples)) yield break;
        foreach (var example in examples.EnumerateArray()) yield return example;
    }
}
