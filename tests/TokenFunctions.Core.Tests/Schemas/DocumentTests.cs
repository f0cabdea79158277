using System.Text.Json;

namespace TokenFunctions.Core.Tests.Schemas;

/// <summary>What people read names every member that the schema has.</summary>
public sealed class DocumentTests
{
    [Fact]
    public void Every_member_of_the_schema_is_in_the_realms_reference_or_the_readme()
    {
        var text = File.ReadAllText(Path.Combine(RealmSchema.Root, "docs", "realms.md"))
            + File.ReadAllText(Path.Combine(RealmSchema.Root, "README.md"));

        var schema = File.ReadAllText(Path.Combine(RealmSchema.Root, "schemas", "realm.schema.json"));

        Assert.All(
            Members(JsonElement.Parse(schema)).Distinct(StringComparer.Ordinal).Where(name => name != "$schema"),
            name => Assert.Contains(name, text, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Members(JsonElement schema) => schema.ValueKind switch
    {
        JsonValueKind.Object => schema.EnumerateObject().SelectMany(
            member => member is { Name: "properties", Value.ValueKind: JsonValueKind.Object }
                ? member.Value.EnumerateObject().Select(property => property.Name).Concat(Members(member.Value))
                : Members(member.Value)),
        JsonValueKind.Array => schema.EnumerateArray().SelectMany(Members),
        _ => [],
    };
}
