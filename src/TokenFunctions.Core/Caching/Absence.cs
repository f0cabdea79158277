using TokenFunctions.Tokens;

namespace TokenFunctions.Caching;

/// <summary>Whether the token service as a whole could not be asked a moment ago, by any call: then no caller of a
/// living token waits to find it out again.</summary>
internal sealed class Absence(CacheTimes times)
{
    private const long No = long.MinValue;
    private long notedAt = No;

    /// <summary>Learns from each answer of the source.</summary>
    public void Note(TokenResult result)
    {
        var isAway = result.Failure?.Kind == FailureKind.ServiceUnavailable;
        if (isAway) Volatile.Write(ref notedAt, times.Now);
        else if (Volatile.Read(ref notedAt) != No) Volatile.Write(ref notedAt, No);
    }

    /// <summary>Whether it is so at that time.</summary>
    public bool Holds(long ticks) => Volatile.Read(ref notedAt) is var at && at != No && ticks - at < times.StaleFor;
}
