using System.Text.Json;
using System.Text.RegularExpressions;
using TokenFunctions.Host.Tests.Documents;

namespace TokenFunctions.Host.Tests.Infra;

/// <summary>What azure.yaml, bicepconfig.json and the Dockerfile name is there.</summary>
public sealed class DeploymentFilesTests
{
    private static readonly JsonDocumentOptions WithComments = new() { CommentHandling = JsonCommentHandling.Skip };

    [Fact]
    public void The_template_of_azd_is_there()
    {
        var azd = Repository.Read("azure.yaml");

        Assert.True(File.Exists(Path.Combine(Repository.Root, Value(azd, "path"), $"{Value(azd, "module")}.bicep")));
        Assert.Equal("artifacts/functionapp.zip", Value(azd, "dist"));
    }

    [Fact]
    public void Packages_are_made_alike_on_each_system()
    {
        var azd = Repository.Read("azure.yaml");

        Assert.Contains("run: ./publish.sh", azd, StringComparison.Ordinal);
        Assert.Contains("run: ./publish.ps1", azd, StringComparison.Ordinal);
        Assert.Equal(Exists("publish.sh"), Exists("publish.ps1"));
    }

    [Fact]
    public void Only_what_is_there_gets_into_the_image()
    {
        var named = Repository.Read(".dockerignore").Split('\n').Where(line => line.StartsWith('!')).Select(line => line[1..]);

        Assert.All(named.Where(name => !name.Contains('*', StringComparison.Ordinal)), name => Assert.True(Exists(name), name));
        Assert.StartsWith("*\n", Repository.Read(".dockerignore").Split("\n", 2)[1], StringComparison.Ordinal);
    }

    [Fact]
    public void The_image_runs_without_root_and_listens_where_it_says()
    {
        var text = Repository.Read("Dockerfile");

        Assert.Contains("\nUSER $APP_UID\n", text, StringComparison.Ordinal);
        Assert.Contains("ASPNETCORE_URLS=http://0.0.0.0:8080", text, StringComparison.Ordinal);
        Assert.Contains("\nEXPOSE 8080\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_linter_asks_for_all_rules_but_three()
    {
        using var json = JsonDocument.Parse(Repository.Read("infra/bicepconfig.json"), WithComments);
        var rules = json.RootElement.GetProperty("analyzers").GetProperty("core").GetProperty("rules").EnumerateObject()
            .ToLookup(rule => rule.Value.GetProperty("level").GetString(), rule => rule.Name, StringComparer.Ordinal);

        Assert.True(rules["error"].Count() > 35);
        Assert.Equal(["no-module-name", "use-recent-api-versions", "use-recent-module-versions"], rules.Where(g => g.Key != "error").SelectMany(g => g).Order(StringComparer.Ordinal));
    }

    private static bool Exists(string name) =>
        Path.Combine(Repository.Root, name) is var path && (File.Exists(path) || Directory.Exists(path));

    private static string Value(string yaml, string key) =>
        Regex.Match(yaml, $@"^\s+{key}: (?<value>\S+)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5)).Groups["value"].Value;
}
