using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace TokenFunctions.Http.Tests.App;

/// <summary>Keeps what every trace and every instrument of this process tells: names, tags and events.</summary>
internal sealed class TelemetryCapture : IDisposable
{
    private readonly ConcurrentQueue<string> told = new();
    private readonly ActivityListener traces;
    private readonly MeterListener metrics = new();

    public TelemetryCapture()
    {
        traces = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = Note,
        };
        ActivitySource.AddActivityListener(traces);
        metrics.InstrumentPublished = (instrument, listener) => listener.EnableMeasurementEvents(instrument);
        metrics.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Note(instrument, tags));
        metrics.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Note(instrument, tags));
        metrics.SetMeasurementEventCallback<int>((instrument, _, tags, _) => Note(instrument, tags));
        metrics.Start();
    }

    /// <summary>All of it, a line each.</summary>
    public IReadOnlyList<string> Lines => [.. told];

    public void Dispose()
    {
        traces.Dispose();
        metrics.Dispose();
    }

    private void Note(Activity activity)
    {
        var events = activity.Events.Select(each => $"{each.Name} {string.Join(' ', each.Tags)}");
        told.Enqueue($"trace {activity.Source.Name} {activity.DisplayName} {activity.StatusDescription} {string.Join(' ', activity.TagObjects)} {string.Join(' ', activity.Baggage)} {string.Join(' ', events)}");
    }

    private void Note(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        told.Enqueue($"metric {instrument.Meter.Name} {instrument.Name} {string.Join(' ', tags.ToArray())}");
}
