using TokenFunctions.Realms;
using TokenFunctions.Storage;

namespace TokenFunctions.Renewals;

/// <summary>What came of an attempt, to be written.</summary>
/// <param name="Held">The row with the attempt's lease.</param>
/// <param name="Prepared">What was sent.</param>
/// <param name="Answer">What was answered.</param>
/// <param name="SentAt">When it was sent, store time.</param>
internal sealed record AttemptResult(
    TokenState Held, Prepared Prepared, UpstreamAnswer Answer, DateTimeOffset SentAt)
{
    /// <summary>Whether nothing of it may leave before it is written: it brought or used up a state that the provider
    /// takes only once.</summary>
    public bool MustBeDurable =>
        Answer.State.Count > 0 || (Answer.HasToken && Prepared.Plan.State.Count > 0);

    /// <summary>Until when its writing is tried while the store does not answer: as long as what it brought is of use.
    /// A plain failure is of use to those who wait for the lease, a new state at any time.</summary>
    public DateTimeOffset GiveUpAt
    {
        get
        {
            var leaseEnd = Held.LeaseEnd ?? SentAt;
            if (!Answer.HasToken && !MustBeDurable) return leaseEnd;
            var end = SentAt + Unwritten.KeptFor(MustBeDurable ? null : Answer.Token?.Life);
            return end > leaseEnd ? end : leaseEnd;
        }
    }

    /// <summary>Address and attempt; never a value.</summary>
    public override string ToString() => $"result of {Held}";
}
