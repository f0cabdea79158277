using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Http;
using TokenFunctions.Processes.App;
using TokenFunctions.Testing.Servers;

namespace TokenFunctions.App.Tests.Otlp;

/// <summary>Receives what processes send by the OpenTelemetry Protocol over HTTP, and keeps every byte of it.</summary>
internal sealed class OtlpSink : IAsyncDisposable
{
    private readonly ConcurrentQueue<(string Path, byte[] Body)> got = new();
    private LoopbackServer server = null!;

    public Uri Address => server.Address;

    /// <summary>The spans so far.</summary>
    public IReadOnlyList<SeenSpan> Spans => [.. Of("/v1/traces").SelectMany(body => SeenSpan.Read(body))];

    /// <summary>Names and units of the instruments so far (opentelemetry/proto/metrics/v1/metrics.proto).</summary>
    public IReadOnlySet<string> Metrics => Of("/v1/metrics")
        .SelectMany(body => WireField.Messages(body, 1, 2, 2))
        .Select(metric => $"{metric.Messages(1).First().Text} {metric.Messages(3).Select(unit => unit.Text).FirstOrDefault("")}")
        .ToHashSet(StringComparer.Ordinal);

    /// <summary>Whether any of the log came.</summary>
    public bool HasLogs => Of("/v1/logs").Any();

    /// <summary>All bytes that came; texts in it are readable as they are.</summary>
    public string Text => string.Join('\n', got.Select(each => Encoding.Latin1.GetString(each.Body)));

    public static async Task<OtlpSink> StartAsync()
    {
        var sink = new OtlpSink();
        sink.server = await LoopbackServer.StartAsync(sink.TakeAsync);
        return sink;
    }

    /// <summary>The settings of an app that sends here at once.</summary>
    public static AppSettings Told(AppSettings settings, string service, Uri sink) => settings.With(
        ("OTEL_EXPORTER_OTLP_ENDPOINT", sink.AbsoluteUri), ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"),
        ("OTEL_EXPORTER_OTLP_HEADERS", $"api-key={Evidence.Plant("otlp")}"), ("OTEL_SERVICE_NAME", service),
        ("OTEL_METRIC_EXPORT_INTERVAL", "500"), ("OTEL_BSP_SCHEDULE_DELAY", "200"), ("OTEL_BLRP_SCHEDULE_DELAY", "200"));

    public ValueTask DisposeAsync()
    {
        Evidence.Keep("sent telemetry", Text);
        return server.DisposeAsync();
    }

    private IEnumerable<byte[]> Of(string path) => got.Where(each => each.Path == path).Select(each => each.Body);

    private async Task TakeAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        got.Enqueue((context.Request.Path.Value!, body.ToArray()));
        context.Response.ContentType = "application/x-protobuf";
    }
}
