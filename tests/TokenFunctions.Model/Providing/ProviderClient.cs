using TokenFunctions.Realms;
using TokenFunctions.Tokens;

namespace TokenFunctions.Model.Providing;

/// <summary>One instance's way to the provider.</summary>
internal sealed class ProviderClient(World world, Instance instance) : IRealmClient
{
    public Task<UpstreamAnswer> AskAsync(RealmPlan plan, CallMaterial material, TimeSpan timeout)
    {
        var call = world.Calls.Begin(instance, material, timeout);
        var answer = new TaskCompletionSource<UpstreamAnswer>();
        var fate = world.ProviderWeather.Draw();
        if (world.Machine.IsTraced) world.Machine.Tell(instance.Owner, $"calls the provider ({fate.End})");
        world.Troubles.Tempt(instance, fate.There > timeout);
        End(call, answer, timeout, Provider.Failure(FailureKind.Transient, UpstreamReach.Unanswered));
        if (fate.End == CallEnd.NotSent)
            End(call, answer, fate.There, Provider.Failure(fate.Refusal, UpstreamReach.NotSent));
        else
            Send(call, material, fate, answer);
        return answer.Task;
    }

    private void Send(
        ProviderCall call, CallMaterial material, CallFate fate, TaskCompletionSource<UpstreamAnswer> answer)
    {
        world.Calls.Sent(call);
        world.Machine.After(fate.There, null, "call arrives", () => Arrive(call, material, fate, answer));
    }

    private void Arrive(
        ProviderCall call, CallMaterial material, CallFate fate, TaskCompletionSource<UpstreamAnswer> answer)
    {
        var refusal = Provider.Failure(fate.Refusal, UpstreamReach.Answered, RetryAfter(fate.Refusal));
        var made = fate.End == CallEnd.Refused ? refusal : world.Provider.Serve(call, material);
        if (fate.End == CallEnd.FailsAfterEffect && made.HasToken) (made, call.IsLie) = (Lie(), true);
        if (fate.End != CallEnd.Lost) End(call, answer, fate.Back, made);
    }

    // A status of 500 tells nothing of a refresh token: for it the answer is as good as none.
    private static UpstreamAnswer Lie() => UpstreamAnswer.Of(
        Provider.Failure(FailureKind.Transient, UpstreamReach.Answered).Failure! with { TellsState = false });

    private void End(
        ProviderCall call, TaskCompletionSource<UpstreamAnswer> answer, TimeSpan after, UpstreamAnswer made) =>
        world.Machine.After(after, instance.Owner, "call ends", () =>
        {
            if (!answer.TrySetResult(made)) return;
            (call.EndedAt, call.IsTold) = (world.Machine.Now, made.HasToken);
            if (made.HasToken) world.Calls.Answered(call);
            if (!world.Machine.IsTraced) return;
            var shown = made.HasToken ? made.Token.Value.Reveal() : $"{made.Failure.Kind} {made.Failure.Reach}";
            world.Machine.Tell(instance.Owner, $"call ends: {shown}");
        });

    private static TimeSpan? RetryAfter(FailureKind kind) =>
        kind is FailureKind.Throttled or FailureKind.Quota ? TimeSpan.FromSeconds(5) : null;
}
