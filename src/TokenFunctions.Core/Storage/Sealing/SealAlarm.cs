using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;

namespace TokenFunctions.Storage.Sealing;

/// <summary>Tells the operators of stored values that cannot be opened: each is counted, and logged with its place, of
/// one place at most once a minute.</summary>
public sealed partial class SealAlarm : IDisposable
{
    private const int MostPlaces = 1000;
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, long> told = new(StringComparer.Ordinal);
    private readonly Counter<long> broken;
    private readonly TimeProvider time;
    private readonly ILogger<SealAlarm> logger;

    /// <summary>Makes the instrument; who listens gets figures from then on.</summary>
    public SealAlarm(TimeProvider time, ILogger<SealAlarm> logger)
    {
        (this.time, this.logger) = (time, logger);
        broken = Meter.CreateCounter<long>(
            "tokenfunctions.seal.broken", "{value}", "stored values that could not be opened");
    }

    /// <summary>The meter, so that a test hears these figures and no others.</summary>
    internal Meter Meter { get; } = new("TokenFunctions");

    /// <summary>Tells of one.</summary>
    /// <param name="place">Where it lies: table, row and generation. It holds names, never a value.</param>
    /// <param name="fault">What is wrong.</param>
    internal void Raise(string place, SealBrokenException fault)
    {
        var kind = fault.Fault == SealFault.Changed ? "changed" : "unknown_key";
        broken.Add(1, new KeyValuePair<string, object?>("fault", kind));
        if (IsNew(place)) LogBroken(place, kind, fault.Message);
    }

    /// <summary>Ends the instrument.</summary>
    public void Dispose() => Meter.Dispose();

    private bool IsNew(string place)
    {
        if (told.TryGetValue(place, out var at) && time.GetElapsedTime(at) < Pause) return false;
        // With so many at once each line says the same; what matters is that memory stays bounded.
        if (told.Count >= MostPlaces) told.Clear();
        told[place] = time.GetTimestamp();
        return true;
    }

    [LoggerMessage(1401, LogLevel.Error, "At {Place} ({Code}): {Fault}", EventName = "seal_broken")]
    private partial void LogBroken(string place, string code, string fault);
}
