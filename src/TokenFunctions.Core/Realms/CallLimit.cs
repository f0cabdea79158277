namespace TokenFunctions.Realms;

/// <summary>How many calls a provider takes: one of <c>policy.limits</c>.</summary>
/// <param name="Max">The most calls in a window; at least 1.</param>
/// <param name="Window">The length of the window, from 1 second to 1 year.</param>
public sealed record CallLimit(long Max, TimeSpan Window)
{
    /// <summary>Whether forced renewals alone are counted (<c>on: force</c>); else every call is.</summary>
    public bool ForcedOnly { get; init; }

    /// <summary>Whether all secrets of the realm count together (<c>per: realm</c>); else each counts alone.</summary>
    public bool PerRealm { get; init; }
}
