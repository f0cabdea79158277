namespace TokenFunctions.Quotas;

/// <summary>Calls that an instance has counted in the realm's row and may make until they lapse. Its owner guards it
/// by a lock.</summary>
/// <param name="end">The end that they were counted with, Unix time in ms; they lapse then.</param>
/// <param name="size">How many.</param>
/// <param name="isOpenToForced">Whether forced renewals may use them: the reserve is not in it.</param>
internal sealed class RealmBlock(long end, long size, bool isOpenToForced)
{
    /// <summary>A block of nothing.</summary>
    public static RealmBlock None { get; } = new(0, 0, false);

    /// <summary>The end that the calls were counted with.</summary>
    public long End { get; } = end;

    /// <summary>How many there were.</summary>
    public long Size { get; } = size;

    /// <summary>How many are left.</summary>
    public long Left { get; private set; } = size;

    /// <summary>Whether none of them may be begun any more.</summary>
    public bool HasLapsed(DateTimeOffset now) => now.ToUnixTimeMilliseconds() >= End;

    /// <summary>Takes one call; false = there is none for this renewal.</summary>
    public bool Take(bool forced)
    {
        if (Left == 0 || (forced && !isOpenToForced)) return false;
        Left--;
        return true;
    }

    /// <summary>Puts a call back that was not made.</summary>
    public void PutBack() => Left++;

    /// <summary>Takes all that is left.</summary>
    public long Empty()
    {
        var left = Left;
        Left = 0;
        return left;
    }
}
