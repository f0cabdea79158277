using System.Text.RegularExpressions;
using TokenFunctions.Host.Tests.Documents;

namespace TokenFunctions.Host.Tests.Infra;

/// <summary>The alerts ask for events that the service tells.</summary>
public sealed partial class AlertTests
{
    private const string Paper = "docs/operate.md";

    // Until the paper has the table: what was agreed on.
    private static readonly string[] Agreed =
    [
        "started", "renewed", "renewal_failed", "credential_dead", "credential_restored", "secret_expiring", "sweep_done", "sweep_failed",
        "store_unavailable", "store_restored", "vault_unavailable", "vault_restored", "seal_broken",
    ];

    [Fact]
    public void Each_query_asks_for_an_event_that_there_is()
    {
        Assert.Equal(
            ["credential_dead", "renewal_failed", "secret_expiring", "sweep_done", "sweep_done"],
            Queries().SelectMany(q => Event().Matches(q.Text)).Select(m => m.Groups["name"].Value).Order(StringComparer.Ordinal));
        Assert.All(Queries(), q => Assert.Empty(Unknown(q.Text)));
        Assert.Equal(["sweep_dona"], Unknown("| where Message startswith '{\"event\":\"sweep_dona\"'"));
    }

    [Fact]
    public void Each_query_reads_the_lines_of_the_service() =>
        Assert.All(Queries(), q => Assert.StartsWith("AppTraces\n| where Message startswith '{\"event\":\"", q.Text, StringComparison.Ordinal));

    [Fact]
    public void Each_query_is_that_of_an_alert_of_its_name()
    {
        var text = Templates.Read("modules/event-alerts.bicep").Text;

        Assert.Equal(
            Queries().Select(q => q.Name).Order(StringComparer.Ordinal),
            Rule().Matches(text).Select(m => m.Groups["name"].Value).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_an_alert_is_split_by_is_a_column_of_its_query()
    {
        var split = Settings().Where(rule => rule["dimensions"] != "[]").ToDictionary(rule => rule["name"], rule => rule["dimensions"], StringComparer.Ordinal);

        Assert.Equal(["credential-dead perKey", "renewals-failing perRealm", "secret-expiring perKey"], split.Select(s => $"{s.Key} {s.Value}").Order(StringComparer.Ordinal));
        Assert.All(split.Keys, name => Assert.Contains("realm = tostring(e.realm)", Queries().Single(q => q.Name == name).Text, StringComparison.Ordinal));
        Assert.All(
            split.Where(s => s.Value == "perKey"),
            s => Assert.Contains("key = tostring(e.key)", Queries().Single(q => q.Name == s.Key).Text, StringComparison.Ordinal));
    }

    [Fact]
    public void An_alert_of_what_is_told_once_does_not_end_by_itself_and_is_raised_twice_at_most()
    {
        var rules = Settings();

        Assert.Equal(5, rules.Count);
        Assert.All(rules, rule => Assert.Equal(rule["dimensions"] == "perKey" ? "false" : "true", rule["endsByItself"]));
        Assert.All(rules.Where(rule => rule["endsByItself"] == "false"), rule => Assert.Equal("'PT10M'", rule["window"]));
        var text = Templates.Read("modules/event-alerts.bicep").Text;
        Assert.Contains("autoMitigate: rule.endsByItself", text, StringComparison.Ordinal);
        Assert.Contains("evaluationFrequency: 'PT5M'", text, StringComparison.Ordinal);
    }

    // The members of each rule, which all have the same ones.
    private static List<Dictionary<string, string>> Settings()
    {
        var text = Templates.Read("modules/event-alerts.bicep").Text.Split("var rules = [\n")[1].Split("\n]\n")[0];
        List<Dictionary<string, string>> rules =
        [
            .. text.Split("  {\n", StringSplitOptions.RemoveEmptyEntries).Select(rule => Member().Matches(rule).ToDictionary(
                m => m.Groups["name"].Value,
                m => m.Groups["name"].Value == "name" ? m.Groups["value"].Value.Trim('\'') : m.Groups["value"].Value,
                StringComparer.Ordinal)),
        ];
        Assert.All(rules, rule => Assert.Equal(rules[0].Keys, rule.Keys));
        return rules;
    }

    [Fact]
    public void The_paper_on_operating_has_the_same_queries()
    {
        if (!HasPaper) return;
        var paper = Repository.Read(Paper);

        Assert.All(Queries(), q => Assert.Contains($"```kusto\n{q.Text}```", paper, StringComparison.Ordinal));
    }

    private static bool HasPaper => File.Exists(Path.Combine(Repository.Root, Paper));

    private static List<(string Name, string Text)> Queries() =>
    [
        .. Directory.EnumerateFiles(Path.Combine(Templates.Folder, "queries"), "*.kql")
            .Select(path => (Path.GetFileNameWithoutExtension(path), File.ReadAllText(path))),
    ];

    private static IEnumerable<string> Unknown(string query) =>
        Event().Matches(query).Select(m => m.Groups["name"].Value).Except(Known(), StringComparer.Ordinal);

    private static string[] Known() => HasPaper
        ? [.. Row().Matches(Repository.Read(Paper)).Select(m => m.Groups["name"].Value)]
        : Agreed;

    [GeneratedRegex("\"event\":\"(?<name>\\w+)\"", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Event();

    [GeneratedRegex(@"^\| `(?<name>[a-z_]+)` ", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 5000)]
    private static partial Regex Row();

    [GeneratedRegex(@"name: '(?<name>[a-z-]+)'\n(?:(?!name:)[^\n]*\n){1,3}?\s+query: loadTextContent\('\.\./queries/\k<name>\.kql'\)", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Rule();

    [GeneratedRegex(@"^    (?<name>\w+): (?<value>[^\n]+)$", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 5000)]
    private static partial Regex Member();
}
