namespace TokenFunctions.Hosting.Settings;

/// <summary>Where one kind of telemetry is sent (OpenTelemetry Protocol), and how.</summary>
/// <param name="Endpoint">The whole address.</param>
/// <param name="IsGrpc">Whether by gRPC; else by HTTP with protobuf.</param>
public sealed record OtlpTarget(Uri Endpoint, bool IsGrpc)
{
    /// <summary>Headers, <c>name=value</c> with commas between, which may hold a credential; null = none.</summary>
    public string? Headers { get; init; }

    /// <summary>How long one sending may take, in ms.</summary>
    public int TimeoutMs { get; init; } = 10_000;

    /// <summary>The address, never the headers.</summary>
    public override string ToString() => Endpoint.GetLeftPart(UriPartial.Authority);
}
