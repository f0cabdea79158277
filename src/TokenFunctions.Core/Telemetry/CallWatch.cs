using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace TokenFunctions.Telemetry;

/// <summary>Measures single operations: tells the time of each and how it ended, on its span too.</summary>
internal sealed class CallWatch(Histogram<double> duration, TimeProvider time)
{
    /// <summary>Whether anybody listens.</summary>
    public bool IsHeard => duration.Enabled || Spans.Source.HasListeners();

    /// <summary>Measures one.</summary>
    /// <param name="begin">Begins its span, which ends with it; null = nobody listens.</param>
    /// <param name="tags">The tags of its time but for its outcome.</param>
    /// <param name="call">Begins it.</param>
    /// <param name="outcomeOf">How it ended, by what it gave.</param>
    public async Task<T> RunAsync<T>(
        Func<Activity?> begin, TagList tags, Func<Task<T>> call, Func<T, string> outcomeOf)
    {
        // Begun by the caller it would stay the caller's current span after its end, and the next one's parent.
        using var span = begin();
        var (begun, outcome) = (time.GetTimestamp(), "");
        try
        {
            var result = await call();
            outcome = outcomeOf(result);
            return result;
        }
        catch (Exception e)
        {
            outcome = CallOutcome.Of(e);
            throw;
        }
        finally
        {
            span?.SetTag("tokenfunctions.outcome", outcome);
            if (CallOutcome.IsError(outcome)) span.Fail(outcome);
            tags.Add("outcome", outcome);
            duration.Record(time.GetElapsedTime(begun).TotalSeconds, tags);
        }
    }
}
