using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging.Abstractions;
using TokenFunctions.Storage.Sealing;
using TokenFunctions.Sweeping;
using TokenFunctions.Telemetry;

namespace TokenFunctions.Host.Tests.Documents;

/// <summary>docs/metrics.md lists the instruments that there are, with their units, and no others.</summary>
public sealed partial class MetricsDocumentTests
{
    [Fact]
    public void Every_instrument_is_in_the_document_with_its_unit_and_no_other_is()
    {
        var written = Line().Matches(Repository.Read("docs/metrics.md"))
            .Select(line => $"{line.Groups["name"].Value} {line.Groups["unit"].Value}");

        Assert.Equal(Instruments().Order(StringComparer.Ordinal), written.Order(StringComparer.Ordinal));
    }

    private static List<string> Instruments()
    {
        ConcurrentDictionary<string, bool> seen = new(StringComparer.Ordinal);
        using var flow = new FlowMetrics(TimeProvider.System);
        using var sweeps = new SweepMetrics();
        using var seals = new SealAlarm(TimeProvider.System, NullLogger<SealAlarm>.Instance);
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, _) =>
            {
                if (instrument.Meter.Name == Spans.Name) seen[$"{instrument.Name} {instrument.Unit}"] = true;
            },
        };
        listener.Start();
        return [.. seen.Keys];
    }

    [GeneratedRegex(@"^\| `(?<name>tokenfunctions\.[a-z_.]+)` \| `(?<unit>[^`]+)` \|", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 5000)]
    private static partial Regex Line();
}
