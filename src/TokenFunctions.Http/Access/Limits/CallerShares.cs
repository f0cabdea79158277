using System.Collections.Concurrent;

namespace TokenFunctions.Http.Access.Limits;

/// <summary>The shares of all callers, each process by itself: with n instances a caller may get n times as
/// much.</summary>
internal sealed class CallerShares
{
    /// <summary>How many are kept, more than one deployment has callers. When there are as many, those without an open
    /// request are given up; whoever's is lost begins with a full second.</summary>
    public const int MaxCallers = 10_000;

    private readonly ConcurrentDictionary<string, CallerShare> shares = new(StringComparer.Ordinal);

    /// <summary>How many are kept.</summary>
    public int Count => shares.Count;

    /// <summary>The share of a caller.</summary>
    public CallerShare Of(string caller)
    {
        while (true)
        {
            if (!shares.TryGetValue(caller, out var share))
            {
                if (shares.Count >= MaxCallers) Tidy();
                share = shares.GetOrAdd(caller, static _ => new CallerShare());
            }

            if (!share.IsClosed) return share;
            shares.TryRemove(new(caller, share));
        }
    }

    // Closed first: whoever has just got it enters the next one instead, so that no open request is forgotten.
    private void Tidy()
    {
        foreach (var (caller, share) in shares)
            if (share.TryClose()) shares.TryRemove(new(caller, share));
    }
}
