namespace TokenFunctions.Activities;

/// <summary>What was asked of providers in ten minutes.</summary>
/// <param name="From">When they began, UTC.</param>
/// <param name="Calls">Attempts that reached a provider.</param>
/// <param name="FailedCalls">Those of them that brought no token.</param>
/// <param name="Renewals">Renewals that brought a token.</param>
public sealed record ActivitySum(DateTimeOffset From, long Calls, long FailedCalls, long Renewals)
{
    /// <summary>The same with what another process asked in these ten minutes.</summary>
    public ActivitySum Plus(ActivitySum other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return this with
        {
            Calls = Calls + other.Calls,
            FailedCalls = FailedCalls + other.FailedCalls,
            Renewals = Renewals + other.Renewals,
        };
    }
}
