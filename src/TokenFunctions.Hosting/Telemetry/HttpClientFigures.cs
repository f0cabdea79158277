using System.Diagnostics.Metrics;
using OpenTelemetry.Metrics;

namespace TokenFunctions.Hosting.Telemetry;

/// <summary>What is told of calls out by the figures of the HTTP stack: all but where they went. Hosts of providers may
/// be made of what a secret holds, and there may be any number of them.</summary>
internal static class HttpClientFigures
{
    /// <summary>The HTTP stack's meter.</summary>
    public const string Meter = "System.Net.Http";

    private static readonly MetricStreamConfiguration NoAddress = new()
    {
        TagKeys =
        [
            "http.request.method", "http.response.status_code", "http.connection.state", "network.protocol.version",
            "url.scheme", "error.type",
        ],
    };

    /// <summary>The view of an instrument; null = as it is.</summary>
    public static MetricStreamConfiguration? Without(Instrument instrument) =>
        string.Equals(instrument.Meter.Name, Meter, StringComparison.Ordinal) ? NoAddress : null;
}
