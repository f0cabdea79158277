using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace TokenFunctions.Core.Tests.Telemetry;

/// <summary>What the instruments of one meter told: a line each, as <c>name{tag=value,…} value</c>.</summary>
internal sealed class Heard : IDisposable
{
    private readonly ConcurrentQueue<string> lines = new();
    private readonly MeterListener listener;

    public Heard(Meter meter)
    {
        listener = new MeterListener
        {
            InstrumentPublished = (instrument, to) =>
            {
                if (instrument.Meter == meter) to.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Hear(instrument, value, tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Hear(instrument, value, tags));
        listener.Start();
    }

    /// <summary>What was told of an instrument, in order.</summary>
    public IReadOnlyList<string> Of(string name) =>
        [.. lines.Where(line => line.StartsWith($"tokenfunctions.{name}{{", StringComparison.Ordinal)).Select(line => line[15..])];

    /// <summary>Asks the gauges.</summary>
    public void Look() => listener.RecordObservableInstruments();

    public void Dispose() => listener.Dispose();

    private void Hear(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var told = string.Join(',', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"));
        lines.Enqueue(FormattableString.Invariant($"{instrument.Name}{{{told}}} {value}"));
    }
}
