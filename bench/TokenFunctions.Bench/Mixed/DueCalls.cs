using System.Diagnostics;
using TokenFunctions.Bench.Load;
using TokenFunctions.Bench.Servers;

namespace TokenFunctions.Bench.Mixed;

/// <summary>Compares the calls that the provider got with those that were due.</summary>
/// <param name="Calls">The calls after each token's first.</param>
/// <param name="Due">How many tokens had to be renewed: they were asked for after they were surely due.</param>
/// <param name="Missing">How many of those were not.</param>
/// <param name="Needless">The calls for tokens that were not due yet, or that were renewed a second time.</param>
internal sealed record DueCalls(int Calls, int Due, int Missing, int Needless)
{
    // RefreshPolicy: due from 20 % of the life before its end, and up to 10 % earlier.
    private const double EarliestDue = 0.7;
    private const double LatestDue = 0.8;

    // From the renewal's beginning to the provider's answer, and what clocks in whole seconds hide.
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(2);

    /// <summary>Whether the provider was asked exactly as often as it was due.</summary>
    public bool Holds => Missing == 0 && Needless == 0;

    /// <summary>Compares.</summary>
    public static DueCalls Of(MixedData data, IReadOnlyCollection<Issue> issues, Workload work)
    {
        var bySecret = issues.GroupBy(i => i.Secret, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Select(i => i.At).ToList(), StringComparer.Ordinal);
        var (due, missing) = (0, 0);
        for (var place = 0; place < data.Count; place++)
        {
            var calls = bySecret[data.NameOf(place)];
            var mustBe = MixedData.ShortLife * LatestDue;
            if (!data.IsDying(place) || Between(calls[0], work.LastAsked[place]) < mustBe) continue;
            due++;
            if (calls.Count == 1 && Between(calls[0], work.LastAsked[place]) > mustBe + Slack) missing++;
        }

        var needless = Enumerable.Range(0, data.Count).Sum(place => NeedlessOf(data.IsDying(place), bySecret[data.NameOf(place)]));
        return new DueCalls(issues.Count - data.Count, due, missing, needless);
    }

    private static int NeedlessOf(bool isDying, List<long> calls) => !isDying
        ? calls.Count - 1
        : calls.Zip(calls.Skip(1)).Count(pair => Between(pair.First, pair.Second) < (MixedData.ShortLife * EarliestDue) - Slack);

    private static TimeSpan Between(long first, long second) => Stopwatch.GetElapsedTime(first, second);
}
