using TokenFunctions.Renewals;
using TokenFunctions.Renewals.Judging;
using TokenFunctions.Storage;
using TokenFunctions.Tokens;

namespace TokenFunctions.Telemetry;

/// <summary>Watches renewals: a span each, and whether it came early enough.</summary>
internal sealed class RenewalWatch(Renewal renewal, RenewalMetrics metrics, StoreClock clock)
{
    /// <summary>Runs a renewal, as <see cref="Renewal.RunAsync"/>.</summary>
    /// <param name="seen">How the token stood at the first look.</param>
    /// <param name="causes">Why the present token is not enough; none = it is due or dead.</param>
    /// <param name="isAwaited">Whether a caller waits for it.</param>
    public async Task<RenewalEnd> RunAsync(Situation seen, ForceCauses causes, bool isAwaited)
    {
        using var span = Spans.Source.StartActivity("renewal");
        var realm = seen.State.Key.Realm;
        span?.SetTag(Spans.Realm, realm).SetTag(Spans.Key, seen.State.Key.Key);
        try
        {
            var end = await renewal.RunAsync(seen, causes);
            if (end.Failure is { } failure) span.Fail(FailureCodes.Of(failure.Kind));
            // What another instance did is told by that one.
            if (end.Origin == TokenOrigin.Upstream) Tell(realm, ResultOf(end, seen, isAwaited));
            return end;
        }
        catch (Exception e)
        {
            span.Fail(CallOutcome.Of(e));
            Tell(realm, RenewalMetrics.Failed);
            throw;
        }
    }

    private void Tell(string realm, string result) => metrics.Add(realm, result, clock.Now);

    private string ResultOf(RenewalEnd end, Situation seen, bool isAwaited)
    {
        if (end.Failure is not null) return RenewalMetrics.Failed;
        // A caller that came after it had begun, and found the old token dead, waited too.
        var wasInTime = seen.IsAlive && (seen with { Now = clock.Now }).IsAlive;
        return wasInTime && !isAwaited ? RenewalMetrics.Early : RenewalMetrics.Late;
    }
}
