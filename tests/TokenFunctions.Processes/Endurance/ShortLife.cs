namespace TokenFunctions.Processes.Endurance;

/// <summary>A realm whose tokens live for some seconds.</summary>
/// <param name="Seconds">Their life.</param>
/// <param name="Tokens">How many there are.</param>
internal sealed record ShortLife(int Seconds, int Tokens)
{
    /// <summary>How long before its end a token is due: a token with less than 2 s left is not handed out, and one
    /// second has to be enough to renew it.</summary>
    public const int RefreshBefore = 3;

    /// <summary>What a realm's due time is moved earlier by: 0 to this share of <see cref="RefreshBefore"/>, evenly.</summary>
    private const double MostJitter = 0.2;

    public string Realm => $"life{Seconds}";

    /// <summary>The keys of its secrets.</summary>
    public IEnumerable<string> Keys => Enumerable.Range(0, Tokens).Select(i => $"k{i}");

    /// <summary>The share of its life after which a token is due, on average: 1 - refresh_before (with its mean jitter) /
    /// life.</summary>
    public double DueShare => 1 - (RefreshBefore * (1 + (MostJitter / 2)) / Seconds);

    /// <summary>How many calls a perfect broker makes in a time, the first of each token included.</summary>
    public double Calls(TimeSpan elapsed) => Tokens * (1 + (elapsed.TotalSeconds / (Seconds * DueShare)));
}
