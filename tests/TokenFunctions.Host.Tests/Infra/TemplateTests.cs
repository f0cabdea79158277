namespace TokenFunctions.Host.Tests.Infra;

/// <summary>The templates hang together: what a compiler would find first is found here too.</summary>
public sealed class TemplateTests
{
    private const string Good = """
        @description('What it is called.')
        param name string

        @description('Where it is.')
        param place string = 'here'

        resource thing 'Some/things@2024-01-01' = {
          name: '${name}-${place}' // it's a comment {
        }

        @description('Its id.')
        output id string = thing.id
        """;

    private const string Main = """
        module part 'modules/part.bicep' = {
          params: {
            name: 'x'
          }
        }

        @description('Its id.')
        output id string = part.outputs.id
        """;

    [Fact]
    public void Nothing_is_wrong_with_them() => Assert.Empty(BicepFaults.Of(Templates.All));

    [Fact]
    public void There_are_many_and_each_module_is_used() =>
        Assert.True(Templates.All.Count > 15 && Templates.Read("main.bicep").Modules.Count() > 15);

    [Fact]
    public void Nothing_is_wrong_with_a_good_example() => Assert.Empty(Faults(Main, Good));

    [Theory]
    [InlineData("@description('What it is called.')\n", "", "name has no description")]
    [InlineData("@description('Its id.')\n", "", "id has no description")]
    [InlineData("-${place}", "", "place is not used")]
    [InlineData("// it's", "{ // it's", "a bracket of line 9 is alone")]
    [InlineData("param name", "param nome", "part is passed name")]
    [InlineData("param name", "param nome", "part is not passed nome")]
    [InlineData("output id", "output it", "id is read of part")]
    [InlineData("resource thing", "var spare = 1\nresource thing", "spare is not used")]
    [InlineData("resource thing", "resource other 'Some/others@2024-01-01' existing = {\n}\n\nresource thing", "other is not used")]
    [InlineData("// it's", "\n  dependsOn: [nothing]\n // it's", "dependsOn names nothing")]
    [InlineData("resource thing", "resource second 'Some/things@2020-01-01' = {\n}\n\nresource thing", "Some/things is used in versions")]
    public void What_is_wrong_is_found(string text, string instead, string fault) =>
        Assert.Contains(Faults(Main, Good.Replace(text, instead, StringComparison.Ordinal)), f => f.Contains(fault, StringComparison.Ordinal));

    [Fact]
    public void A_module_that_is_not_there_or_not_used_is_found()
    {
        Assert.Contains(Faults(Main.Replace("part.bicep", "port.bicep", StringComparison.Ordinal), Good), f => f.Contains("which is not there", StringComparison.Ordinal));
        Assert.Contains(Faults("", Good), f => f.Contains("used by nobody", StringComparison.Ordinal));
    }

    [Fact]
    public void Secrets_come_in_as_secure_and_never_go_out()
    {
        var names = Templates.All.SelectMany(f => f.Parameters.Keys.Select(p => (File: f, Name: p)))
            .Where(p => p.Name.EndsWith("Key", StringComparison.Ordinal) && !p.Name.StartsWith("coreNeeds", StringComparison.Ordinal)).ToList();

        Assert.Equal(6, names.Count);
        Assert.All(names, p => Assert.Contains("@secure()", p.File.Before("param", p.Name), StringComparison.Ordinal));
        Assert.All(Templates.All, f => Assert.DoesNotMatch(@"(?m)^output .*(adminKey|coreApiKey|coreFunctionKey|list[A-Z]\w*\()", f.Code));
    }

    private static IEnumerable<string> Faults(string main, string part) =>
        BicepFaults.Of([new BicepFile("main.bicep", $"\n\n{main}"), new BicepFile("modules/part.bicep", $"\n\n{part}")]);
}
