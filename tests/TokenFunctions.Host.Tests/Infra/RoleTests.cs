using System.Text.RegularExpressions;

namespace TokenFunctions.Host.Tests.Infra;

/// <summary>The roles are the built-in ones of their names (learn.microsoft.com, "Azure built-in roles"), and each is
/// explained.</summary>
public sealed partial class RoleTests
{
    private static readonly Dictionary<string, string> BuiltIn = new(StringComparer.Ordinal)
    {
        ["storageBlobDataOwner"] = "b7e6dc6d-f1e8-4753-8033-0f276bb0955b",
        ["storageTableDataContributor"] = "0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3",
        ["keyVaultSecretsOfficer"] = "b86a8fe4-44ce-4948-aee5-eccb2c155cd7",
        ["keyVaultSecretsUser"] = "4633458b-17de-408a-b874-0445c86b69e6",
        ["monitoringMetricsPublisher"] = "3913510d-42f4-4e42-8a64-420c390055eb",
    };

    [Fact]
    public void Each_is_the_built_in_one_of_its_name_with_a_line_of_why()
    {
        var roles = Role().Matches(Templates.Read("modules/roles.bicep").Text);

        Assert.Equal(BuiltIn, roles.ToDictionary(m => m.Groups["name"].Value, m => m.Groups["id"].Value, StringComparer.Ordinal));
        Assert.All(roles, m => Assert.True(m.Groups["why"].Length > 20));
    }

    [Fact]
    public void No_role_is_given_elsewhere_or_on_more_than_a_resource()
    {
        Assert.All(
            Templates.All.Where(f => f.Name != "modules/roles.bicep"),
            f => Assert.DoesNotContain("roleAssignments", f.Text, StringComparison.Ordinal));
        var text = Templates.Read("modules/roles.bicep").Text;
        Assert.Equal(4, Assignment().Count(text));
        Assert.Equal(4, Scoped().Count(text));
    }

    [GeneratedRegex(@"// (?<why>[^\n]+)\n\s+(?<name>\w+): '(?<id>[0-9a-f-]{36})'", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Role();

    [GeneratedRegex("Microsoft.Authorization/roleAssignments@", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Assignment();

    [GeneratedRegex(@"scope: (?<on>hostStorage|dataStorage|vault|insights)\n\s+name: guid\(\k<on>\.id, identityName, ", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Scoped();
}
