using System.Runtime.InteropServices;
using TokenFunctions.Storage;

namespace TokenFunctions.Client.Remote;

/// <summary>The moment just before a request was sent, from which all times left in its answer count.</summary>
/// <param name="Timestamp">In ticks of the time provider, which nobody sets.</param>
/// <param name="OwnTime">By the machine's own clock.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct SentMoment(long Timestamp, DateTimeOffset OwnTime)
{
    /// <summary>This moment.</summary>
    public static SentMoment Now(TimeProvider time) => new(time.GetTimestamp(), time.GetUtcNow());

    /// <summary>The moment in the service's time, by what the clock knows by now: the answer itself may have taught
    /// it.</summary>
    public DateTimeOffset In(StoreClock clock) => clock.Now - clock.Time.GetElapsedTime(Timestamp);
}
