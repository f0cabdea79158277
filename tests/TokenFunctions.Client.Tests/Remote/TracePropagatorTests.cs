using System.Diagnostics;
using TokenFunctions.Client.Remote;

namespace TokenFunctions.Client.Tests.Remote;

/// <summary>Which trace the service is told, and that nothing else is passed on to it.</summary>
public sealed class TracePropagatorTests
{
    private readonly Dictionary<string, string> sent = [];

    [Fact]
    public void An_activity_that_nobody_is_told_of_gives_way_to_the_span_around_it()
    {
        using var span = new Activity("span").SetIdFormat(ActivityIdFormat.W3C).Start();
        span.TraceStateString = "vendor=1";
        span.AddBaggage("user", "somebody");
        using var unseen = new Activity("HttpRequestOut").Start();

        Inject(unseen);

        Assert.Equal(new Dictionary<string, string> { ["traceparent"] = span.Id!, ["tracestate"] = "vendor=1" }, sent);
    }

    [Fact]
    public void A_span_that_somebody_is_told_of_is_the_one_that_goes_on()
    {
        using var source = new ActivitySource("TracePropagatorTests");
        using var listener = new ActivityListener
        {
            ShouldListenTo = each => each == source,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
        };
        ActivitySource.AddActivityListener(listener);
        using var around = new Activity("around").SetIdFormat(ActivityIdFormat.W3C).Start();
        using var seen = source.StartActivity("HTTP")!;

        Inject(seen);

        Assert.Equal(seen.Id, sent["traceparent"]);
    }

    [Fact]
    public void Without_a_trace_nothing_is_sent()
    {
        Inject(null);

        Assert.Empty(sent);
    }

    private void Inject(Activity? activity) => new TracePropagator().Inject(activity, null, (_, name, value) => sent[name] = value);
}
