using System.Text.Json;
using System.Text.RegularExpressions;
using TokenFunctions.Host.Tests.Documents;

namespace TokenFunctions.Host.Tests.Infra;

/// <summary>Each hosting has its runtime, its settings and its service of azd.</summary>
public sealed partial class HostingTests
{
    private const string Function = "src/TokenFunctions.Host/Functions/PreRefresh/function.json";
    private const string Pipeline = ".github/workflows/deploy.yml";
    private const string Publish = "dotnet publish src/TokenFunctions.Worker -c Release -o artifacts/worker";
    private const RegexOptions Lines = RegexOptions.ExplicitCapture | RegexOptions.Multiline;

    private static readonly string App = Templates.Read("modules/app.bicep").Text;
    private static readonly string Settings = Templates.Read("modules/settings.bicep").Text;
    private static readonly AzdServices Azd = new(Repository.Read("azure.yaml"));

    [Theory]
    [InlineData("main.bicep")]
    [InlineData("modules/app.bicep")]
    [InlineData("modules/settings.bicep")]
    public void The_templates_know_the_same_ones(string template) => Assert.Contains(
        "@allowed(['custom', 'isolated'])\nparam hosting string",
        Templates.Read(template).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("custom", "packageRuntime")]
    [InlineData("isolated", "'dotnet-isolated'")]
    public void The_runtime_is_that_of_the_hosting_whatever_package_is_named(string hosting, string runtime)
    {
        Assert.Equal(runtime, Chosen("runtime", hosting));
        Assert.Contains(
            "runtime: {\n        name: runtime\n        version: runtime == 'custom' ? '1.0' : '10.0'\n      }\n",
            App, StringComparison.Ordinal);
    }

    [Fact]
    public void The_version_of_the_runtime_is_that_of_the_projects() => Assert.Contains(
        "<TargetFramework>net10.0</TargetFramework>",
        Repository.Read("Directory.Build.props"), StringComparison.Ordinal);

    [Theory]
    [InlineData(null, "service")]
    [InlineData("custom", "service")]
    [InlineData("isolated", "worker")]
    public void Azd_deploys_the_service_that_the_app_has_the_tag_of_and_no_other(string? hosting, string service)
    {
        Assert.Equal([service], Azd.Deployed(hosting));
        Assert.Equal($"'{service}'", Chosen("service", hosting ?? "custom"));
        Assert.Contains("tags: union(tags, { 'azd-service-name': service })", App, StringComparison.Ordinal);
    }

    [Fact]
    public void A_hosting_that_there_is_not_has_no_service_and_an_azd_without_conditions_is_refused()
    {
        Assert.Empty(Azd.Deployed("other"));
        Assert.Equal(["service", "worker"], Azd.Conditions.Keys.Order(StringComparer.Ordinal));
        Assert.Matches(
            "(?m)^requiredVersions:\n(  #[^\n]*\n)*  azd: \">= 1\\.28\\.0\"$", Repository.Read("azure.yaml"));
    }

    [Fact]
    public void The_schedule_of_the_isolated_workers_timer_is_that_of_the_custom_handlers()
    {
        using var function = JsonDocument.Parse(Repository.Read(Function));
        var schedule = function.RootElement.GetProperty("bindings")[0].GetProperty("schedule").GetString();

        Assert.Equal(schedule, Schedule().Match(Settings).Groups["cron"].Value);
        Assert.Contains("var timer = {\n  PreRefreshSchedule: ", Settings, StringComparison.Ordinal);
        Assert.Contains("    hosting == 'isolated' ? timer : {},\n", Settings, StringComparison.Ordinal);
        Assert.Equal(schedule, Schedule().Match(Repository.Read(".github/workflows/worker.yml")).Groups["cron"].Value);
    }

    [Theory]
    [InlineData("azure.yaml")]
    [InlineData(Pipeline)]
    [InlineData(".github/workflows/worker.yml")]
    [InlineData("docs/deploy.md")]
    public void The_isolated_worker_is_published_alike_everywhere(string file) =>
        Assert.Contains(Publish, Repository.Read(file), StringComparison.Ordinal);

    [Fact]
    public void The_pipeline_deploys_each()
    {
        var text = Repository.Read(Pipeline);

        Assert.Contains("HOSTING: ${{ vars.TOKENFUNCTIONS_HOSTING || 'custom' }}\n", text, StringComparison.Ordinal);
        Assert.Equal(["custom", "isolated", "*"], Case().Matches(text).Select(m => m.Groups["value"].Value));
    }

    // What a variable of app.bicep is with a hosting.
    private static string Chosen(string variable, string hosting)
    {
        var choice = Choice().Matches(App).Single(m => m.Groups["variable"].Value == variable).Groups;
        return choice[choice["value"].Value == hosting ? "then" : "otherwise"].Value;
    }

    [GeneratedRegex(
        @"^var (?<variable>\w+) = hosting == '(?<value>\w+)' \? (?<then>\S+) : (?<otherwise>\S+)$", Lines, 5000)]
    private static partial Regex Choice();

    [GeneratedRegex(@"^ +PreRefreshSchedule: ['""](?<cron>[^'""]+)['""]$", Lines, 5000)]
    private static partial Regex Schedule();

    [GeneratedRegex(@"^ {12}(?<value>[a-z*]+)\)", Lines, 5000)]
    private static partial Regex Case();
}
