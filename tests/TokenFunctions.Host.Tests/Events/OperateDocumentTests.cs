using System.Text.RegularExpressions;
using TokenFunctions.Host.Tests.Documents;
using TokenFunctions.Hosting.Events;

namespace TokenFunctions.Host.Tests.Events;

/// <summary>docs/operate.md lists the events that there are, with their levels and fields, and no others.</summary>
public sealed partial class OperateDocumentTests
{
    private static readonly string[] OfLines = [EventNames.Framework, EventNames.LeftOut, EventNames.Unnamed];
    private static readonly string Document = Repository.Read("docs/operate.md");

    private static readonly IReadOnlyList<Match> Sites =
    [
        .. Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => Declaration().Matches(File.ReadAllText(file))),
    ];

    [Fact]
    public void Every_message_of_the_log_has_a_code_and_a_number_of_its_own()
    {
        Assert.True(Sites.Count > 30, $"{Sites.Count}");
        Assert.All(Sites, site => Assert.Matches("^[a-z]+(_[a-z]+)+$|^started$|^renewed$", site.Groups["name"].Value));
        Assert.Equal(Sites.Count, Sites.Select(site => site.Groups["id"].Value).Distinct().Count());
    }

    [Fact]
    public void Every_event_has_a_row_and_every_row_an_event() => Assert.Equal(
        Sites.Select(site => site.Groups["name"].Value).Concat(OfLines).Distinct().Order(),
        Rows().Select(row => row.Code).Order());

    [Fact]
    public void Every_row_has_the_levels_and_the_fields_of_its_event()
    {
        var rows = Rows().ToDictionary(row => row.Code);
        foreach (var events in Sites.GroupBy(site => site.Groups["name"].Value))
        {
            var row = rows[events.Key];
            Assert.Equal((events.Key, Join(events.Select(e => e.Groups["level"].Value))), (events.Key, Join(row.Levels)));
            Assert.Equal((events.Key, Join(events.SelectMany(Fields))), (events.Key, Join(row.Fields)));
        }
    }

    [Theory]
    [InlineData("renewals-failing", "renewal_failed")]
    [InlineData("due-backlog", "sweep_done")]
    [InlineData("sweep-silent", "sweep_done")]
    [InlineData("credential-dead", "credential_dead")]
    [InlineData("secret-expiring", "secret_expiring")]
    public void Every_alert_searches_for_an_event(string alert, string name)
    {
        var section = Document.Split($"\n### {alert}\n")[1].Split("\n### ")[0];
        var query = section.Split("```kusto\n")[1].Split("```")[0];

        Assert.StartsWith("AppTraces\n", query, StringComparison.Ordinal);
        Assert.Contains($$"""Message startswith '{"event":"{{name}}"'""", query, StringComparison.Ordinal);
        var fields = Rows().Single(row => row.Code == name).Fields;
        Assert.All(Read().Matches(query), read => Assert.Contains(read.Groups["field"].Value, fields));
        Assert.Contains("Do: ", section, StringComparison.Ordinal);
    }

    // Placeholders of the message, as lines name them.
    private static IEnumerable<string> Fields(Match site) =>
        Hole().Matches(site.Groups["text"].Value).Select(hole => FieldName.Of(hole.Groups["name"].Value));

    private static string Join(IEnumerable<string> names) =>
        string.Join(", ", names.Select(name => name.ToLowerInvariant()).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    private static IEnumerable<(string Code, string[] Levels, string[] Fields)> Rows() =>
        from line in Document.Split('\n')
        let cells = line.Split('|', StringSplitOptions.TrimEntries)
        where cells.Length == 6 && Code().IsMatch(cells[1])
        select (Code().Match(cells[1]).Groups["name"].Value, cells[2].Split(", "), Quoted().Matches(cells[3]).Select(m => m.Groups["name"].Value).ToArray());

    [GeneratedRegex(
        """\[LoggerMessage\(\s*(?<id>\d+), LogLevel\.(?<level>\w+),\s*(?<text>("[^"]*"[\s+]*)+)(,\s*EventName = "(?<name>[a-z_]+)")?\)\]""",
        RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Declaration();

    [GeneratedRegex(@"\{(?<name>\w+)\}", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Hole();

    [GeneratedRegex("^`(?<name>[a-z_]+)`( ∗)?$", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Code();

    [GeneratedRegex("`(?<name>[a-z_]+)`", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\be\.(?<field>[a-z_]+)", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Read();
}
