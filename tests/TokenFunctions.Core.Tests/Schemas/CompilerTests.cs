using System.Text.Json.Nodes;
using TokenFunctions.Core.Tests.Realms.Doubles;
using TokenFunctions.Realms;
using TokenFunctions.Realms.Config;

namespace TokenFunctions.Core.Tests.Schemas;

/// <summary>The schema and the compiler know the same members, the same choices and the same bounds.</summary>
public sealed class CompilerTests
{
    private const string Unknown = "is not known; the nearest known name";

    public static TheoryData<string> Objects => [.. SchemaObjects.All.Select(o => o.Name)];

    [Fact]
    public void The_members_of_a_config_are_those_of_the_reader() => Assert.Equal(
        ConfigReader.Known.Order(StringComparer.Ordinal), Find("/config (Config)").Members.Select(m => m.Name).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Objects))]
    public void The_compiler_knows_each_member_of_the_schema(string name)
    {
        var known = Find(name);

        Assert.All(known.Members, member => Assert.DoesNotContain(
            Faults(known.Config((member.Name, SchemaSample.Of(member.Value)))),
            fault => fault.Pointer == known.At(member.Name) && fault.Message.Contains(Unknown, StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Objects))]
    public void The_compiler_knows_no_further_member(string name)
    {
        var known = Find(name);
        var foreign = SchemaObjects.All.SelectMany(o => o.Members).Select(m => m.Name).Append("no_such_member").Distinct()
            .Except(known.Members.Select(m => m.Name)).Except(known.Elsewhere).ToList();
        var faults = Faults(known.Config([.. foreign.Select(f => (f, (JsonNode?)true))]));

        Assert.All(foreign, f => Assert.Contains(
            faults, fault => fault.Pointer == known.At(f) && fault.Message.Contains(Unknown, StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Objects))]
    public void The_compiler_has_the_bounds_of_the_schema(string name)
    {
        var known = Find(name);
        foreach (var (member, schema) in known.Members.Select(m => (m.Name, SchemaObjects.Choices(m.Value).First())))
        {
            if (!schema.TryGetProperty("minimum", out var least)) continue;
            var most = schema.TryGetProperty("maximum", out var given) ? given.ToString() : "";
            var faults = Faults(known.Config((member, least.GetInt64() - 1)));
            Assert.Contains(faults, f => f.Pointer == known.At(member) && f.Message.Contains($" from {least} to {most}", StringComparison.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(Objects))]
    public void The_compiler_has_the_choices_of_the_schema(string name)
    {
        var known = Find(name);
        foreach (var (member, schema) in known.Members.Select(m => (m.Name, SchemaObjects.Choices(m.Value).ToList())))
        {
            if (schema is not [var only] || !only.TryGetProperty("enum", out var choices)) continue;
            var fault = Assert.Single(Faults(known.Config([.. SchemaSample.Company(known, member), (member, "no-such")])), f => f.Pointer == known.At(member));
            Assert.Equal(choices.EnumerateArray().Select(c => c.GetString()!).Order(StringComparer.Ordinal), Told(fault.Message));
        }
    }

    private static SchemaObject Find(string name) => SchemaObjects.All.First(o => o.Name == name);

    private static IReadOnlyList<RealmError> Faults(string config) => Ask.TryCompile(config).Errors;

    // The choices of "… is `x`; use a, b or c."
    private static IEnumerable<string> Told(string message) => message[(message.IndexOf("; use ", StringComparison.Ordinal) + 6)..^1]
        .Replace(" or ", ", ", StringComparison.Ordinal).Split(", ").Order(StringComparer.Ordinal);
}
