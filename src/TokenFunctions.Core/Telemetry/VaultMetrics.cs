using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace TokenFunctions.Telemetry;

/// <summary>The operations of the vault: a duration and a span each, without the names of what lies in it.</summary>
internal sealed class VaultMetrics
{
    private readonly CallWatch watch;

    public VaultMetrics(Meter meter, TimeProvider time) => watch = new CallWatch(
        meter.CreateHistogram(
            "tokenfunctions.vault.duration", "s", "time of an operation of the vault", [], Buckets.Durations),
        time);

    /// <summary>Whether anybody listens.</summary>
    public bool IsHeard => watch.IsHeard;

    /// <summary>Measures one operation.</summary>
    /// <param name="operation">Its name, one of few.</param>
    /// <param name="call">Begins it.</param>
    /// <param name="outcomeOf">How it ended, by what it gave.</param>
    public Task<T> WatchAsync<T>(string operation, Func<Task<T>> call, Func<T, string> outcomeOf) =>
        watch.RunAsync(() => Begin(operation), new() { { "operation", operation } }, call, outcomeOf);

    private static Activity? Begin(string operation) =>
        Spans.Source.StartActivity("vault", ActivityKind.Client)?.SetTag("tokenfunctions.operation", operation);
}
