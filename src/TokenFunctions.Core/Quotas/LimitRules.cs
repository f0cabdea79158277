using System.Globalization;
using TokenFunctions.Realms;
using TokenFunctions.Tokens;

namespace TokenFunctions.Quotas;

/// <summary>What follows from a limit alone.</summary>
internal static class LimitRules
{
    // So few calls keep their own times, and none of them is drawn ahead.
    private const int FewCalls = 32;

    /// <summary>The limits that count a call. Of two with the same counter the stricter one holds.</summary>
    /// <param name="policy">The realm's policy.</param>
    /// <param name="perRealm">Those of the realm, or those of each secret.</param>
    /// <param name="forced">Whether the renewal is forced.</param>
    public static IEnumerable<CallLimit> LimitsOf(this RealmPolicy policy, bool perRealm, bool forced) => policy.Limits
        .Where(limit => limit.PerRealm == perRealm && (forced || !limit.ForcedOnly))
        .GroupBy(limit => limit.Id())
        .Select(group => group.MinBy(limit => limit.Max)!);

    /// <summary>The id of the limit's counter.</summary>
    public static LimitId Id(this CallLimit limit) => new(limit.Window, limit.ForcedOnly);

    /// <summary>How many calls are allowed. Forced renewals leave a tenth of what all calls share, rounded up, to those
    /// that nobody forced; of a single call nothing can be left.</summary>
    public static long Allowed(this CallLimit limit, bool forced) =>
        !forced || limit.ForcedOnly || limit.Max == 1 ? limit.Max : limit.Max - ((limit.Max + 9) / 10);

    /// <summary>The most calls that an instance takes for itself ahead of their use.</summary>
    public static long MostAhead(this CallLimit limit) => limit.Max <= FewCalls ? 0 : Math.Min(limit.Max / 50, 50);

    /// <summary>The end of a call that is taken now.</summary>
    public static long EndOf(this CallLimit limit, DateTimeOffset now) =>
        limit.Max <= FewCalls ? Tally.Milliseconds(now) : Tally.PartEnd(now, limit.Window);

    /// <summary>The failure of a call that the limit does not allow.</summary>
    /// <param name="limit">The limit.</param>
    /// <param name="forced">Whether the renewal was forced.</param>
    /// <param name="now">The time now.</param>
    /// <param name="roomAt">When it will allow one.</param>
    public static TokenFailure Refusal(this CallLimit limit, bool forced, DateTimeOffset now, DateTimeOffset roomAt)
    {
        var calls = limit.ForcedOnly ? "forced calls" : "calls";
        var scope = limit.PerRealm ? "for the realm" : "for each secret";
        var kept = limit.Allowed(forced) < limit.Max ? " but for what is kept for renewals that nobody forces" : "";
        var detail = string.Create(
            CultureInfo.InvariantCulture,
            $"The realm's policy.limits allow {limit.Max} {calls} in {limit.Window.TotalSeconds:F0} s {scope}, "
            + $"and they are used up{kept}. The provider was not asked.");
        return new TokenFailure(FailureKind.QuotaExhausted, detail) { At = now, RetryAt = roomAt };
    }
}
