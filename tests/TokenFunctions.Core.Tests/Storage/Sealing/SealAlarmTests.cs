using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using TokenFunctions.Core.Tests.Notices.Doubles;
using TokenFunctions.Storage.Sealing;
using TokenFunctions.Testing;

namespace TokenFunctions.Core.Tests.Storage.Sealing;

public sealed class SealAlarmTests : IDisposable
{
    private readonly ManualTime time = new();
    private readonly LogLines<SealAlarm> log = new();
    private readonly ConcurrentDictionary<string, long> counted = new(StringComparer.Ordinal);
    private readonly MeterListener listener = new();
    private readonly SealAlarm alarm;
    private readonly Sealer sealer;

    public SealAlarmTests()
    {
        alarm = new SealAlarm(time, log);
        sealer = new Sealer(new FixedSealingKeys(new SealingKey("key1", SealingKey.NewBytes())), alarm);
        listener.InstrumentPublished = (instrument, own) =>
        {
            if (instrument.Meter == alarm.Meter) own.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((_, value, tags, _) => counted.AddOrUpdate($"{tags[0].Value}", value, (_, sum) => sum + value));
        listener.Start();
    }

    public void Dispose()
    {
        listener.Dispose();
        alarm.Dispose();
    }

    [Fact]
    public async Task Each_broken_value_is_counted_by_its_fault_and_its_place_is_logged_once_a_minute()
    {
        var box = await sealer.SealAsync(new byte[] { 1 }, "tokens|demo~01|main|7", CancellationToken.None);
        var lost = await new Sealer(new FixedSealingKeys(new SealingKey("gone", SealingKey.NewBytes())))
            .SealAsync(new byte[] { 1 }, "tokens|demo~01|main|8", CancellationToken.None);

        for (var i = 0; i < 5; i++) await FailAsync(box, "tokens|demo~01|main|8");
        await FailAsync(lost, "tokens|demo~01|other|8");

        Assert.Equal((5, 1), (counted["changed"], counted["unknown_key"]));
        Assert.Equal(
            [
                "Error At tokens|demo~01|main|8 (changed): A stored value was changed or moved since it was sealed. ",
                "Error At tokens|demo~01|other|8 (unknown_key): A stored value was sealed with the key gone, which is not among the sealing keys. ",
            ],
            log.Lines);
        time.Advance(TimeSpan.FromMinutes(1));
        await FailAsync(box, "tokens|demo~01|main|8");
        Assert.Equal(3, log.Lines.Count);
    }

    private Task<SealBrokenException> FailAsync(byte[] box, string place) =>
        Assert.ThrowsAsync<SealBrokenException>(async () => await sealer.OpenAsync(box, place, CancellationToken.None));
}
