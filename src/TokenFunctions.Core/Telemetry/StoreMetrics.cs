using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace TokenFunctions.Telemetry;

/// <summary>The operations of the store: a duration and a span each, without the names of rows.</summary>
internal sealed class StoreMetrics
{
    private readonly CallWatch watch;

    public StoreMetrics(Meter meter, TimeProvider time) => watch = new CallWatch(
        meter.CreateHistogram(
            "tokenfunctions.store.duration", "s", "time of an operation of the store", [], Buckets.Durations),
        time);

    /// <summary>Whether anybody listens.</summary>
    public bool IsHeard => watch.IsHeard;

    /// <summary>Measures one operation.</summary>
    /// <param name="operation">Its name, one of few.</param>
    /// <param name="table">The table's name.</param>
    /// <param name="call">Begins it.</param>
    /// <param name="outcomeOf">How it ended, by what it gave.</param>
    public Task<T> WatchAsync<T>(string operation, string table, Func<Task<T>> call, Func<T, string> outcomeOf) =>
        watch.RunAsync(
            () => Begin(operation, table), new() { { "operation", operation }, { "table", table } }, call, outcomeOf);

    private static Activity? Begin(string operation, string table) =>
        Spans.Source.StartActivity("store", ActivityKind.Client)
            ?.SetTag("db.operation.name", operation).SetTag("db.collection.name", table);
}
