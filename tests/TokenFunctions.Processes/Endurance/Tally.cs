using System.Collections.Concurrent;
using System.Diagnostics;

namespace TokenFunctions.Processes.Endurance;

/// <summary>Counts what became of the tokens at their use.</summary>
internal sealed class Tally
{
    // A token is handed out as long as it has 2 s left; a caller who waited for its answer longer than that may be late.
    private static readonly TimeSpan DeadMargin = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<(string Account, long Generation), long> seen = new();
    private readonly ConcurrentDictionary<string, int> errors = new(StringComparer.Ordinal);
    private int uses;
    private int races;
    private int unpublished;
    private int stale;
    private int expired;

    /// <summary>How many tokens were used.</summary>
    public int Uses => uses;

    /// <summary>Refused, since the provider issued another after they were asked for: nobody can know.</summary>
    public int Races => races;

    /// <summary>Refused although they were asked for after the provider had issued another, of which nobody had been
    /// told yet.</summary>
    public int Unpublished => unpublished;

    /// <summary>Refused although a caller had been given a newer one before they were asked for.</summary>
    public int Stale => stale;

    /// <summary>Refused because their life was over.</summary>
    public int Expired => expired;

    /// <summary>What came instead of tokens, and how often.</summary>
    public IReadOnlyDictionary<string, int> Errors => errors;

    public void Failed(string what) => errors.AddOrUpdate(what, 1, (_, count) => count + 1);

    /// <summary>A token that was used at once.</summary>
    /// <param name="account">The account.</param>
    /// <param name="generation">Its generation.</param>
    /// <param name="asked">When the caller asked for it, as a timestamp of the stopwatch.</param>
    /// <param name="works">Whether the provider took it.</param>
    /// <param name="isNewest">Whether it is the newest one that the provider issued.</param>
    /// <param name="newest">The newest one.</param>
    public void Used(string account, long generation, long asked, bool works, bool isNewest, Issue newest)
    {
        Interlocked.Increment(ref uses);
        seen.TryAdd((account, generation), Stopwatch.GetTimestamp());
        if (works) return;
        if (isNewest) CountExpired(asked);
        else if (newest.At > asked) Interlocked.Increment(ref races);
        else if (seen.TryGetValue((account, generation + 1), out var at) && at < asked) Interlocked.Increment(ref stale);
        else Interlocked.Increment(ref unpublished);
    }

    private void CountExpired(long asked)
    {
        if (Stopwatch.GetElapsedTime(asked) < DeadMargin) Interlocked.Increment(ref expired);
        else Interlocked.Increment(ref races);
    }
}
