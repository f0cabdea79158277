using TokenFunctions.Realms.Requests;
using TokenFunctions.Realms.Responses;
using TokenFunctions.Realms.Templates;
using TokenFunctions.Realms.Trials;

namespace TokenFunctions.Realms;

/// <summary>One run of a plan whose vars are set: the steps, then the main exchange.</summary>
internal sealed class PlanRun(RealmPlan plan, AttemptScope scope, Exchange exchange, CancellationToken time)
{
    private const string Main = "main";

    /// <summary>Notes what is sent and answered; null = nobody wants to see it.</summary>
    public TrialLog? Log { get; init; }

    /// <summary>A token or a failure; never throws for what the provider does.</summary>
    public async Task<UpstreamAnswer> RunAsync()
    {
        if (plan.Request is not { } request) return new AnswerReader(plan.Response!, Mask(null)).Make(scope);
        foreach (var step in plan.Steps)
        {
            var (answer, mask, failure) = await SendAsync(step.Id, step.Request, step.Response);
            if (answer is null) return UpstreamAnswer.Of(failure!);
            if (new AnswerReader(step.Response, mask).ReadStep(answer, step.Id, scope) is { } refusal)
                return UpstreamAnswer.Of(refusal);
        }
        var (last, lastMask, fault) = await SendAsync(Main, request, plan.Response!);
        return last is null
            ? UpstreamAnswer.Of(fault!)
            : new AnswerReader(plan.Response!, lastMask).Read(last, scope, plan.State);
    }

    private async Task<(RawAnswer? Answer, SecretMask Mask, UpstreamFailure? Failure)> SendAsync(
        string step, RequestPlan request, ResponsePlan response)
    {
        var built = request.Build(scope);
        var mask = Mask(built.Credentials);
        if (!built.IsReady)
            return (null, mask, new(built.FaultKind, built.Fault, UpstreamReach.NotSent));
        using var message = built.Message;
        var (answer, failure) = await exchange.RunAsync(message, mask, time);
        if (Log is not null)
        {
            var record = await ExchangeRecord.OfAsync(step, message, answer, response.Format);
            Log.Add(record, Given(built.Credentials));
        }
        return (answer, mask, failure);
    }

    private SecretMask Mask(string? credentials) => new(Given(credentials).SelectMany(AnswerLeaves.Confidential));

    private IEnumerable<string> Given(string? credentials) =>
        credentials is null ? scope.Confidential : scope.Confidential.Append(credentials);
}
