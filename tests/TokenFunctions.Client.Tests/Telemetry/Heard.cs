using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using TokenFunctions.Client.Telemetry;

namespace TokenFunctions.Client.Tests.Telemetry;

/// <summary>Every figure of one client, with its tags.</summary>
internal sealed class Heard : IDisposable
{
    private readonly ConcurrentQueue<(string Name, string Text)> figures = new();
    private readonly MeterListener listener = new();

    public Heard(ClientTelemetry telemetry)
    {
        listener.InstrumentPublished = (instrument, own) =>
        {
            if (instrument.Meter == telemetry.Meter) own.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.Start();
    }

    /// <summary>All of them.</summary>
    public IReadOnlyList<string> All => [.. figures.Select(figure => $"{figure.Name} {figure.Text}")];

    /// <summary>The figures of one instrument: value and tags.</summary>
    public IReadOnlyList<string> Of(string name) =>
        [.. figures.Where(figure => figure.Name == name).Select(figure => figure.Text)];

    public void Dispose() => listener.Dispose();

    private void Add(
        Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var text = value.ToString(CultureInfo.InvariantCulture);
        foreach (var (name, tag) in tags) text += $" {name}={tag}";
        figures.Enqueue((instrument.Name, text));
    }
}
