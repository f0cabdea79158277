using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using TokenFunctions.Core.Tests.Flow.Doubles;
using TokenFunctions.Sweeping;

namespace TokenFunctions.Core.Tests.Sweeping;

public sealed class SweepMetricsTests
{
    private readonly ConcurrentDictionary<string, double> heard = new(StringComparer.Ordinal);

    [Fact]
    public async Task A_sweep_is_counted()
    {
        var (world, instance) = await World.MakeAsync();
        using var listener = Listen(instance.Metrics);
        await instance.Ask();
        world.Pass(3300);
        await world.SweepAsync(instance);
        world.Pass(3300);
        await world.SweepAsync(instance);

        Assert.Equal(2, heard["tokenfunctions.sweep.hints"]);
        Assert.Equal(1, heard["tokenfunctions.sweep.renewed"]);
        Assert.Equal(1, heard["tokenfunctions.sweep.unwanted"]);
        Assert.Equal(0, heard["tokenfunctions.sweep.failed"]);
    }

    [Fact]
    public void Each_figure_of_the_report_has_its_instrument()
    {
        using var metrics = new SweepMetrics();
        using var listener = Listen(metrics);

        metrics.Add(new SweepReport
        {
            Hints = 1,
            Renewed = 2,
            Failed = 3,
            Unwanted = 4,
            Held = 5,
            NotDue = 6,
            Removed = 7,
            Repaired = 8,
            Left = 9,
            Elapsed = TimeSpan.FromMilliseconds(1500),
        });

        string[] names = ["hints", "renewed", "failed", "unwanted", "held", "not_due", "removed", "repaired", "left"];
        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8, 9], names.Select(name => heard[$"tokenfunctions.sweep.{name}"]));
        Assert.Equal(1.5, heard["tokenfunctions.sweep.duration"]);
        Assert.Equal(10, heard.Count);
    }

    private MeterListener Listen(SweepMetrics metrics)
    {
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, to) =>
            {
                if (instrument.Meter == metrics.Meter) to.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, _, _) => Hear(instrument, value));
        listener.SetMeasurementEventCallback<double>((instrument, value, _, _) => Hear(instrument, value));
        listener.Start();
        return listener;
    }

    private void Hear(Instrument instrument, double value) =>
        heard.AddOrUpdate(instrument.Name, value, (_, sum) => sum + value);
}
