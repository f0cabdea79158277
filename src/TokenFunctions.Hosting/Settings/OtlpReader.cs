using System.Globalization;

namespace TokenFunctions.Hosting.Settings;

/// <summary>Reads the standard variables of OpenTelemetry that say where telemetry goes ("Protocol Exporter
/// Configuration", "General SDK Configuration"): one for all kinds, or one for each, which wins. The others, such as
/// <c>OTEL_SERVICE_NAME</c>, <c>OTEL_TRACES_SAMPLER</c> and <c>OTEL_METRIC_EXPORT_INTERVAL</c>, are read by the SDK
/// itself.</summary>
/// <param name="configuration">What is set.</param>
/// <param name="faults">Gets what cannot be used; values are not quoted.</param>
internal sealed class OtlpReader(IConfiguration configuration, ICollection<string> faults)
{
    private const string Prefix = "OTEL_EXPORTER_OTLP_";
    private const string Grpc = "grpc";
    private const string Http = "http/protobuf";

    /// <summary>Where it goes; <see cref="OtlpSettings.Off"/> unless an endpoint is set.</summary>
    public OtlpSettings Read() =>
        bool.TryParse(configuration["OTEL_SDK_DISABLED"], out var disabled) && disabled
            ? OtlpSettings.Off
            : new OtlpSettings(Read("TRACES"), Read("METRICS"), Read("LOGS"));

    private OtlpTarget? Read(string signal)
    {
        if (Named(signal, "ENDPOINT") is not { } endpoint || !IsExported(signal)) return null;
        var isGrpc = ReadProtocol(signal);
        if (Address(endpoint) is not { } address) return null;
        // What is set for all kinds is where their paths begin; gRPC has no such paths.
        var isShared = configuration[$"{Prefix}{signal}_ENDPOINT"] is not { Length: > 0 };
        if (isShared && !isGrpc)
            address = new Uri($"{address.AbsoluteUri.TrimEnd('/')}/v1/{signal.ToLowerInvariant()}");
        return new OtlpTarget(address, isGrpc) { Headers = ReadHeaders(signal), TimeoutMs = ReadTimeout(signal) };
    }

    private (string Name, string Value)? Named(string signal, string what)
    {
        string[] names = [$"{Prefix}{signal}_{what}", Prefix + what];
        foreach (var name in names)
            if (configuration[name]?.Trim() is { Length: > 0 } value) return (name, value);
        return null;
    }

    private bool IsExported(string signal)
    {
        var name = $"OTEL_{signal}_EXPORTER";
        if (configuration[name]?.Trim() is not { Length: > 0 } exporter) return true;
        if (exporter is not ("otlp" or "none")) Complain($"{name} must be otlp or none");
        return exporter == "otlp";
    }

    private Uri? Address((string Name, string Value) endpoint)
    {
        if (Uri.TryCreate(endpoint.Value, UriKind.Absolute, out var address)
            && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
            && address.UserInfo.Length == 0)
            return address;
        Complain($"{endpoint.Name} must be an http or https address, such as http://localhost:4317");
        return null;
    }

    private bool ReadProtocol(string signal)
    {
        if (Named(signal, "PROTOCOL") is not { } protocol) return true;
        if (protocol.Value is not (Grpc or Http)) Complain($"{protocol.Name} must be {Grpc} or {Http}");
        return protocol.Value == Grpc;
    }

    private string? ReadHeaders(string signal)
    {
        if (Named(signal, "HEADERS") is not { } headers) return null;
        if (headers.Value.Split(',').All(pair => pair.IndexOf('=', StringComparison.Ordinal) > 0)) return headers.Value;
        Complain($"{headers.Name} must be name=value, with commas between several");
        return null;
    }

    private int ReadTimeout(string signal)
    {
        if (Named(signal, "TIMEOUT") is not { } timeout) return 10_000;
        if (int.TryParse(timeout.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var ms) && ms > 0)
            return ms;
        Complain($"{timeout.Name} must be a number of milliseconds");
        return 10_000;
    }

    // What is set for all kinds is read once for each.
    private void Complain(string fault)
    {
        if (!faults.Contains(fault)) faults.Add(fault);
    }
}
