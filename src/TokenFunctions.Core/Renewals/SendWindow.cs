using TokenFunctions.Realms;
using TokenFunctions.Storage;

namespace TokenFunctions.Renewals;

/// <summary>The time in which the holder of a lease may call the provider: within the realm's time-out from the taking
/// of the lease, and well before the lease's end.</summary>
internal sealed class SendWindow(
    StoreClock clock, BrokerTimes times, RealmPolicy policy, DateTimeOffset takenAt, DateTimeOffset leaseEnd)
{
    // A call that is meant to be short needs no more than its own time-out.
    private readonly TimeSpan least = Shorter(policy.Timeout / 2, times.LeastSend);

    /// <summary>Whether enough is left for a call.</summary>
    public bool IsOpen => Left >= least;

    /// <summary>For how long the call may be put off and still have enough.</summary>
    public TimeSpan Spare => Left - least;

    /// <summary>What is left now.</summary>
    public TimeSpan Left
    {
        get
        {
            var now = clock.Now;
            return Shorter(takenAt + policy.Timeout - now, leaseEnd - times.SendMargin - now);
        }
    }

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
