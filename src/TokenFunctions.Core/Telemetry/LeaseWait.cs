using System.Diagnostics.Metrics;

namespace TokenFunctions.Telemetry;

/// <summary>The time that one renewal waits for another instance's lease.</summary>
internal sealed class LeaseWait(Histogram<double> waits, string realm, TimeProvider time) : IDisposable
{
    private TimeSpan waited;

    /// <summary>Adds the time until <paramref name="pause"/>, which has just begun, is over.</summary>
    public async Task ForAsync(Task pause)
    {
        var begun = time.GetTimestamp();
        await pause;
        waited += time.GetElapsedTime(begun);
    }

    /// <summary>Tells of it, if there was any.</summary>
    public void Dispose()
    {
        if (waited > TimeSpan.Zero)
            waits.Record(waited.TotalSeconds, new KeyValuePair<string, object?>("realm", realm));
    }
}
