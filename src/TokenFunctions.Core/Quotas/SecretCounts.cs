using TokenFunctions.Realms;
using TokenFunctions.Tokens;

namespace TokenFunctions.Quotas;

/// <summary>Counts the calls of one secret in its token's row. The write that takes the lease counts the call as late
/// as it could be made; the write that ends the attempt moves it to its true end, or takes it out if nothing was
/// sent. Whoever crashes between them has over-counted, never under.</summary>
internal static class SecretCounts
{
    /// <summary>Why no call may be made now; null = one may.</summary>
    public static TokenFailure? Refusal(string? cell, RealmPolicy policy, bool forced, DateTimeOffset now)
    {
        var counted = SecretCell.Read(cell);
        return policy.LimitsOf(perRealm: false, forced)
            .Select(limit => Of(counted, limit, now).RoomAt(limit.Allowed(forced), limit.Window) is { } roomAt
                ? limit.Refusal(forced, now, roomAt)
                : null)
            .MaxBy(refusal => refusal?.RetryAt);
    }

    /// <summary>The cell with the call of a lease that is taken now. Limits that the realm has no more are
    /// dropped.</summary>
    public static string? Take(string? cell, RealmPolicy policy, bool forced, DateTimeOffset now)
    {
        var counted = SecretCell.Read(cell);
        var end = Tally.Milliseconds(now + policy.Timeout);
        return SecretCell.Write(policy.LimitsOf(perRealm: false, forced: true).Select(limit =>
        {
            var calls = Of(counted, limit, now);
            var counts = forced || !limit.ForcedOnly;
            return new SecretTally(limit.Id(), counts ? calls.Add(end, 1, limit.Window) : calls, counts);
        }));
    }

    /// <summary>The cell after an attempt that sent nothing. Once more changes nothing.</summary>
    public static string? GiveBack(string? cell) =>
        cell is null ? null : SecretCell.Write(SecretCell.Read(cell).Select(tally => tally.GivenBack()));

    /// <summary>The cell after an attempt whose calls have ended by <paramref name="at"/>.</summary>
    public static string? Close(string? cell, DateTimeOffset at) =>
        cell is null ? null : SecretCell.Write(SecretCell.Read(cell).Select(tally => tally.Closed(at)));

    /// <summary>The calls that count under a limit now.</summary>
    public static Tally Of(IReadOnlyList<SecretTally> counted, CallLimit limit, DateTimeOffset now)
    {
        var found = counted.FirstOrDefault(tally => tally.Id == limit.Id()).Calls;
        return (found ?? Tally.Empty).At(now, limit.Window);
    }
}
