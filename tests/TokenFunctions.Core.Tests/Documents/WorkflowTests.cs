using System.Text.RegularExpressions;
using TokenFunctions.Core.Tests.Schemas;

namespace TokenFunctions.Core.Tests.Documents;

/// <summary>The workflow runs what the project runs itself, looks for weak packages, and may do nothing else.</summary>
public sealed partial class WorkflowTests
{
    private static readonly string Text =
        File.ReadAllText(Path.Combine(RealmSchema.Root, ".github", "workflows", "ci.yml"));

    [Theory]
    [InlineData("- run: .ci/run\n", ".ci/run")]
    [InlineData("- run: .ci/audit\n", ".ci/audit")]
    public void It_runs_the_projects_own_commands(string step, string file)
    {
        Assert.Contains(step, Text, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(RealmSchema.Root, file)));
    }

    [Fact]
    public void It_may_only_read_and_looks_for_weak_packages_also_when_nobody_changes_anything()
    {
        Assert.Equal("permissions:\n  contents: read\n", Permissions().Match(Text).Value);
        Assert.Single(Permissions().Matches(Text));
        Assert.Contains("- cron:", Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Actions_are_GitHubs_own_at_a_commit_and_keep_no_credentials()
    {
        var used = Uses().Matches(Text).Select(m => m.Groups["action"].Value).ToList();

        Assert.NotEmpty(used);
        Assert.All(used, action => Assert.Matches("^actions/[a-z-]+@[0-9a-f]{40}$", action));
        Assert.Equal(
            used.Count(a => a.StartsWith("actions/checkout@", StringComparison.Ordinal)),
            Text.Split("persist-credentials: false").Length - 1);
    }

    [GeneratedRegex(@"^ *permissions:\n( +\S.*\n)+", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 5000)]
    private static partial Regex Permissions();

    [GeneratedRegex(@"uses: (?<action>\S+)", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Uses();
}
