namespace TokenFunctions.Http.Audit;

/// <summary>The refusals of one minute, summed by source and code. Not safe for several threads.</summary>
/// <param name="at">The minute's beginning, store time.</param>
internal sealed class RefusalMinute(DateTimeOffset at)
{
    /// <summary>How many pairs of source and code have a sum of their own.</summary>
    public const int MostPairs = 250;

    /// <summary>What stands for the sources of all further pairs.</summary>
    public const string Others = "others";

    private readonly Dictionary<(string Source, string Code), RefusalSum> sums = [];

    public DateTimeOffset At => at;

    /// <summary>The sums that the audit does not know of as they are.</summary>
    public IEnumerable<RefusalSum> Unwritten => sums.Values.Where(sum => sum.Written < sum.Count);

    public void Add(string source, string code)
    {
        if (!sums.TryGetValue((source, code), out var sum)) sum = Make(source, code);
        sum.Count++;
    }

    // The codes are the service's own, so the sums of the others are few.
    private RefusalSum Make(string source, string code)
    {
        var pair = (sums.Count < MostPairs ? source : Others, code);
        if (!sums.TryGetValue(pair, out var sum)) sums[pair] = sum = new RefusalSum(at, pair.Item1, code);
        return sum;
    }
}
