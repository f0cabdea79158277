using System.Diagnostics.Metrics;
using TokenFunctions.Activities;
using TokenFunctions.Realms;
using TokenFunctions.Tokens;

namespace TokenFunctions.Telemetry;

/// <summary>The calls to providers: how many, how they ended, how long they took.</summary>
internal sealed class ProviderMetrics
{
    private readonly Counter<long> calls;
    private readonly Histogram<double> duration;
    private readonly ActivityCounts activity;

    public ProviderMetrics(Meter meter, ActivityCounts activity)
    {
        this.activity = activity;
        calls = meter.CreateCounter<long>(
            "tokenfunctions.provider.calls", "{call}", "attempts that reached a provider");
        duration = meter.CreateHistogram(
            "tokenfunctions.provider.duration", "s", "time of an attempt, all of its steps", [], Buckets.Durations);
    }

    /// <summary>Adds an attempt; one that sent nothing is none.</summary>
    /// <param name="realm">The realm's id.</param>
    /// <param name="answer">What came of it.</param>
    /// <param name="elapsed">How long it took.</param>
    /// <param name="now">The time now, store time.</param>
    public void Add(string realm, UpstreamAnswer answer, TimeSpan elapsed, DateTimeOffset now)
    {
        if (answer.Failure is { Reach: UpstreamReach.NotSent }) return;
        activity.AddCall(now, isFailed: !answer.HasToken);
        var name = new KeyValuePair<string, object?>("realm", realm);
        var ending = new KeyValuePair<string, object?>("class", ClassOf(answer));
        calls.Add(1, name, ending);
        duration.Record(elapsed.TotalSeconds, name, ending);
    }

    private static string ClassOf(UpstreamAnswer answer) =>
        answer.HasToken ? "ok" : FailureCodes.Of(answer.Failure.Kind);
}
