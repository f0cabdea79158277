using TokenFunctions.Realms.Requests;
using TokenFunctions.Realms.Responses;
using TokenFunctions.Realms.Templates;

namespace TokenFunctions.Realms;

/// <summary>One run of a plan whose vars are set: the steps, then the main exchange.</summary>
internal sealed class PlanRun(RealmPlan plan, AttemptScope scope, Exchange exchange, CancellationToken time)
{
    /// <summary>A token or a failure; never throws for what the provider does.</summary>
    public async Task<UpstreamAnswer> RunAsync()
    {
        if (plan.Request is not { } request) return new AnswerReader(plan.Response!, Mask(null)).Make(scope);
        foreach (var step in plan.Steps)
        {
            var (answer, mask, failure) = await SendAsync(step.Request);
            if (answer is null) return UpstreamAnswer.Of(failure!);
            if (new AnswerReader(step.Response, mask).ReadStep(answer, step.Id, scope) is { } refusal)
                return UpstreamAnswer.Of(refusal);
        }
        var (last, lastMask, fault) = await SendAsync(request);
        return last is null
            ? UpstreamAnswer.Of(fault!)
            : new AnswerReader(plan.Response!, lastMask).Read(last, scope, plan.State);
    }

    private async Task<(RawAnswer? Answer, SecretMask Mask, UpstreamFailure? Failure)> SendAsync(RequestPlan request)
    {
        var built = request.Build(scope);
        var mask = Mask(built.Credentials);
        if (!built.IsReady)
            return (null, mask, new(built.FaultKind, built.Fault, UpstreamReach.NotSent));
        using var message = built.Message;
        var (answer, failure) = await exchange.RunAsync(message, mask, time);
        return (answer, mask, failure);
    }

    private SecretMask Mask(string? credentials) =>
        new(credentials is null ? scope.Confidential : scope.Confidential.Append(credentials));
}
