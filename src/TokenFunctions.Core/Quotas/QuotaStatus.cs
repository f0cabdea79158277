using TokenFunctions.Realms;

namespace TokenFunctions.Quotas;

/// <summary>How much of a limit is used.</summary>
/// <param name="Limit">The limit.</param>
/// <param name="Used">The calls that count now; per realm those of all its secrets, with those that instances have
/// taken ahead.</param>
public sealed record QuotaStatus(CallLimit Limit, long Used)
{
    /// <summary>How many calls are left now; forced renewals cannot have the last tenth of them.</summary>
    public long Left => Math.Max(0, Limit.Max - Used);

    /// <summary>When the next call leaves the window, or, with none left, when one is allowed again; store time, UTC.
    /// Null = no call counts.</summary>
    public DateTimeOffset? EndsAt { get; init; }
}
