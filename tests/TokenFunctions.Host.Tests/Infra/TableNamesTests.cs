using System.Text.RegularExpressions;
using TokenFunctions.Host.Tests.Documents;
using TokenFunctions.Http.Audit;
using TokenFunctions.Http.Callers;

namespace TokenFunctions.Host.Tests.Infra;

/// <summary>The tables of the template are those that the service opens.</summary>
public sealed partial class TableNamesTests
{
    [Fact]
    public void Each_table_of_the_service_is_made_and_no_other()
    {
        var main = Templates.Read("main.bicep");

        Assert.Equal(
            Opened().Order(StringComparer.Ordinal),
            Templates.List(main, "frontTables").Concat(Templates.List(main, "coreTables")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_front_has_callers_and_the_audit() =>
        Assert.Equal([AuditStore.TableName, CallerStore.TableName], Templates.List(Templates.Read("main.bicep"), "frontTables"));

    [Fact]
    public void The_names_are_found_in_the_source() => Assert.Superset(
        new HashSet<string>(["tokens", "realms", "vault"], StringComparer.Ordinal), new HashSet<string>(Opened(), StringComparer.Ordinal));

    private static IEnumerable<string> Opened() =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(path => Table().Matches(File.ReadAllText(path)))
            .Select(m => m.Groups["name"].Value)
            .Distinct(StringComparer.Ordinal);

    [GeneratedRegex("""(tables\.Open\(|const string TableName = )"(?<name>[a-z]+)["]""", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Table();
}
