using System.Text.RegularExpressions;
using TokenFunctions.Processes.App;

namespace TokenFunctions.App.Tests.Otlp;

/// <summary>What docs/metrics.md says that there is.</summary>
internal static partial class MetricsDocument
{
    private static readonly string Text = File.ReadAllText(Path.Combine(AppFolder.Repository, "docs", "metrics.md"));

    /// <summary>Names and units of metrics.</summary>
    public static IReadOnlyList<string> Metrics { get; } =
        [.. Metric().Matches(Text).Select(line => $"{line.Groups["name"].Value} {line.Groups["unit"].Value}")];

    /// <summary>Names of spans.</summary>
    public static IReadOnlyList<string> Spans { get; } = [.. Span().Matches(Text).Select(line => line.Groups["name"].Value)];

    [GeneratedRegex(@"^\| `(?<name>tokenfunctions\.[a-z_.]+)` \| `(?<unit>[^`]+)` \|", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 5000)]
    private static partial Regex Metric();

    [GeneratedRegex(@"^\| `(?<name>[a-z]+)` \| (internal|client) \|", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 5000)]
    private static partial Regex Span();
}
