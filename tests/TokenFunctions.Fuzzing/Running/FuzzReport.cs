using TokenFunctions.Fuzzing.Judging;

namespace TokenFunctions.Fuzzing.Running;

/// <summary>What came of a run.</summary>
/// <param name="Options">What it was told.</param>
/// <param name="Findings">What must not be.</param>
/// <param name="Statuses">How many answers of each status; 0 = the server ended the connection without one.</param>
/// <param name="ProviderCalls">How many calls the provider got.</param>
/// <param name="WarmBytes">The app's working set after the first batch.</param>
/// <param name="LastBytes">The app's working set at the end.</param>
/// <param name="Time">How long the requests took.</param>
internal sealed record FuzzReport(
    FuzzOptions Options, IReadOnlyList<Finding> Findings, IReadOnlyDictionary<int, int> Statuses, int ProviderCalls, long WarmBytes, long LastBytes, TimeSpan Time)
{
    private const int MostShown = 25;

    /// <summary>The report in words; findings with the command that repeats them.</summary>
    public override string ToString()
    {
        var statuses = string.Join(", ", Statuses.OrderBy(each => each.Key).Select(each => $"{each.Key}: {each.Value}"));
        // One of each sort before a second one of any.
        var sorts = Findings.GroupBy(finding => finding.What.Split(": ")[^1], StringComparer.Ordinal).SelectMany(sort => sort.Index());
        var findings = sorts.OrderBy(each => each.Index).Take(MostShown).Select(each => $"\n  bench -- fuzz --seed {Options.Seed} {each.Item}");
        return FormattableString.Invariant(
            $"fuzz: seed {Options.Seed}, {Statuses.Values.Sum():N0} answers to {Options.Requests:N0} requests in {Time.TotalSeconds:F1} s ({statuses}), {ProviderCalls:N0} provider calls,")
            + FormattableString.Invariant($" working set {WarmBytes / 1048576.0:F0} -> {LastBytes / 1048576.0:F0} MiB, {Findings.Count} findings")
            + string.Concat(findings);
    }
}
