using TokenFunctions.Core.Tests.Flow.Doubles;
using TokenFunctions.Tokens;

namespace TokenFunctions.Core.Tests.Flow;

/// <summary>A holder that records its failure after its lease has ended, and before somebody has taken over.</summary>
public sealed class LateRecordTests
{
    [Fact]
    public async Task Who_saw_the_lease_ended_starts_no_attempt_in_the_wake_of_the_failure()
    {
        var (world, holder) = await World.MakeAsync();
        var other = world.Start();
        var call = world.Provider.HoldNext();
        _ = holder.Ask();
        world.Pass(21);
        other.Store.Tokens.BeforeRead(2, () =>
        {
            call.SetResult(ScriptedProvider.Failure());
            return Task.CompletedTask;
        });

        var result = await other.Ask();

        result.Refused(FailureKind.Transient);
        Assert.Equal(1, world.Provider.Calls);
    }
}
