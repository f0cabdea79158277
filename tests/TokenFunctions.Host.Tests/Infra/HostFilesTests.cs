using System.Text.Json;
using TokenFunctions.Host.Tests.Documents;

namespace TokenFunctions.Host.Tests.Infra;

/// <summary>Under either hosting each line of the service becomes a row of AppTraces whose message is that line; the
/// alerts' queries ask for nothing more.</summary>
public sealed class HostFilesTests
{
    // The category of what a process that the Functions host started writes to its output: WorkerConsoleLogService of
    // the host logs it, and WorkerProcess, which feeds it, starts custom handlers and isolated workers alike.
    private const string Console = "Host.Function.Console";

    private const string Worker = "src/TokenFunctions.Worker";

    public static TheoryData<string> Files => [.. HostFiles()];

    [Theory]
    [MemberData(nameof(Files))]
    public void Lines_of_the_service_are_kept_at_the_level_that_they_come_with(string file)
    {
        using var json = JsonDocument.Parse(Repository.Read(file));
        var levels = json.RootElement.GetProperty("logging").GetProperty("logLevel");

        Assert.Equal("Information", levels.GetProperty(Console).GetString());
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void None_is_left_out_by_sampling(string file)
    {
        using var json = JsonDocument.Parse(Repository.Read(file));
        var sampling = json.RootElement.GetProperty("logging").GetProperty("applicationInsights")
            .GetProperty("samplingSettings");

        Assert.Contains("Trace", sampling.GetProperty("excludedTypes").GetString()!.Split(';'));
        Assert.False(json.RootElement.TryGetProperty("telemetryMode", out _), "OpenTelemetry samples by other rules.");
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Each_host_has_the_same_rules_but_how_its_process_is_started(string file) =>
        Assert.Equal(Rules("host.json"), Rules(file));

    [Fact]
    public void Each_hosting_has_such_a_file()
    {
        Assert.Contains("host.json", HostFiles());
        if (!Directory.Exists(Path.Combine(Repository.Root, Worker))) return;
        Assert.Contains($"{Worker}/host.json", HostFiles());
    }

    // Names and categories of functions are not the same under each hosting, and so nothing that is made of them.
    [Fact]
    public void No_query_asks_for_more_than_the_line() => Assert.All(
        Directory.EnumerateFiles(Path.Combine(Templates.Folder, "queries"), "*.kql").Select(File.ReadAllText),
        query => Assert.DoesNotMatch(
            @"\b(OperationName|OperationId|Properties|AppRoleName|SDKVersion|SeverityLevel|Category)\b", query));

    private static IEnumerable<string> HostFiles() => new[] { "host.json" }.Concat(
        from folder in Directory.EnumerateDirectories(Path.Combine(Repository.Root, "src"))
        let file = Path.Combine(folder, "host.json")
        where File.Exists(file)
        select Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'));

    private static List<string> Rules(string file)
    {
        using var json = JsonDocument.Parse(Repository.Read(file));
        return
        [
            .. from rule in json.RootElement.EnumerateObject()
               where rule.Name != "customHandler"
               orderby rule.Name
               select $"{rule.Name}: {string.Concat(rule.Value.GetRawText().Where(c => !char.IsWhiteSpace(c)))}",
        ];
    }
}
