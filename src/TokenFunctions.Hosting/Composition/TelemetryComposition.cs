using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using TokenFunctions.Hosting.Settings;
using TokenFunctions.Hosting.Telemetry;
using TokenFunctions.Telemetry;

namespace TokenFunctions.Hosting.Composition;

/// <summary>Sends traces, figures and the log by the OpenTelemetry Protocol, where the standard variables say
/// so.</summary>
internal static class TelemetryComposition
{
    private static readonly string[] Meters =
    [
        Spans.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", HttpClientFigures.Meter,
        "System.Runtime",
    ];

    // Calls out have spans of ours, which tell no address; those of the HTTP stack would.
    private static readonly string[] Sources = [Spans.Name, "Microsoft.AspNetCore"];

    /// <summary>Registers what is sent; nothing where nothing is set. Called before all else, so that it ends after
    /// all else.</summary>
    public static void AddTelemetry(this IHostApplicationBuilder builder, OtlpSettings otlp)
    {
        if (!otlp.IsOn) return;
        if (otlp.Traces is { } traces) builder.Services.AddSingleton(_ => Tracing(traces));
        if (otlp.Metrics is { } metrics) builder.Services.AddSingleton(_ => Metering(metrics));
        if (otlp.Logs is { } logs) builder.Logging.AddOpenTelemetry(log =>
        {
            log.IncludeFormattedMessage = true;
            log.SetResourceBuilder(Resource());
            // Before the sender, or it would be too late.
            log.AddProcessor(new FaultsAsText());
            log.AddOtlpExporter(options => Set(options, logs));
        });
        builder.Services.AddHostedService(s => new TelemetryEnd(
            s.GetService<TracerProvider>(),
            s.GetService<MeterProvider>(),
            otlp.Logs is null ? null : s.GetRequiredService<LoggerProvider>()));
    }

    private static TracerProvider Tracing(OtlpTarget target) => Sdk.CreateTracerProviderBuilder()
        .SetResourceBuilder(Resource())
        .AddSource(Sources)
        .AddOtlpExporter(options => Set(options, target))
        .Build();

    private static MeterProvider Metering(OtlpTarget target) => Sdk.CreateMeterProviderBuilder()
        .SetResourceBuilder(Resource())
        .AddMeter(Meters)
        .AddView(HttpClientFigures.Without)
        .AddOtlpExporter(options => Set(options, target))
        .Build();

    // What the variables say comes last, and wins.
    private static ResourceBuilder Resource() => ResourceBuilder.CreateEmpty()
        .AddService(
            "tokenfunctions", serviceVersion: typeof(TelemetryComposition).Assembly.GetName().Version?.ToString(3))
        .AddTelemetrySdk()
        .AddEnvironmentVariableDetector();

    private static void Set(OtlpExporterOptions options, OtlpTarget target)
    {
        options.Endpoint = target.Endpoint;
        options.Protocol = target.IsGrpc ? OtlpExportProtocol.Grpc : OtlpExportProtocol.HttpProtobuf;
        options.Headers = target.Headers;
        options.TimeoutMilliseconds = target.TimeoutMs;
    }
}
