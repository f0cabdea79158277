namespace TokenFunctions.Hosting.Settings;

/// <summary>What of the telemetry is sent where; null = not at all.</summary>
/// <param name="Traces">The spans.</param>
/// <param name="Metrics">The figures.</param>
/// <param name="Logs">The log.</param>
public sealed record OtlpSettings(OtlpTarget? Traces, OtlpTarget? Metrics, OtlpTarget? Logs)
{
    /// <summary>Nothing is sent.</summary>
    public static OtlpSettings Off { get; } = new(null, null, null);

    /// <summary>Whether anything is sent.</summary>
    public bool IsOn => (Traces ?? Metrics ?? Logs) is not null;
}
