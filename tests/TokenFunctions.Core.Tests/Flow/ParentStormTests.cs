using TokenFunctions.Core.Tests.Flow.Doubles;
using TokenFunctions.Realms;
using TokenFunctions.Tokens;

namespace TokenFunctions.Core.Tests.Flow;

/// <summary>Many who want tokens that are got with a token which the provider refuses.</summary>
public sealed class ParentStormTests
{
    private const string Child = """
        "uses": [{"as": "mp", "realm": "demo", "key": "$key_1"}],
        "arguments": [{"name": "access_token", "place": "url", "value": "${uses.mp}"}]
        """;

    [Fact]
    public async Task A_hundred_callers_of_two_instances_cost_one_renewal_of_the_parent_and_two_calls_for_the_child()
    {
        var (world, instance) = await World.MakeAsync();
        await world.SaveOtherAsync(instance, "ticket", Child, key1: "main");
        await instance.Ask();
        var refused = world.Provider.HoldNext();
        world.Provider.Next(ScriptedProvider.Token("parent-2", TimeSpan.FromHours(1)));
        var other = world.Start();
        var asked = Task.WhenAll(Enumerable.Range(0, 100).Select(n => (n % 2 == 0 ? instance : other).AskOther("ticket")));

        refused.SetResult(RefusesParent());

        Assert.All(await world.RunAsync(asked), answer => Assert.Equal("token-4", answer.Value()));
        Assert.Equal(4, world.Provider.Calls);
    }

    [Fact]
    public async Task Many_children_that_are_refused_at_once_renew_the_parent_once()
    {
        const int Children = 20;
        var (world, instance) = await World.MakeAsync();
        await instance.Ask();
        var refusals = new List<TaskCompletionSource<UpstreamAnswer>>();
        var asked = new List<Task<TokenResult>>();
        for (var n = 0; n < Children; n++)
        {
            await world.SaveOtherAsync(instance, $"ticket-{n}", Child, key1: "main");
            refusals.Add(world.Provider.HoldNext());
            asked.Add(instance.AskOther($"ticket-{n}"));
        }

        foreach (var refusal in refusals) refusal.SetResult(RefusesParent());

        Assert.All(await world.RunAsync(Task.WhenAll(asked)), answer => Assert.True(answer.HasToken));
        Assert.Equal(1 + Children + 1 + Children, world.Provider.Calls);
    }

    [Fact]
    public async Task A_refusal_goes_up_three_levels_and_each_is_asked_at_most_twice_for_it()
    {
        var (world, instance) = await World.MakeAsync();
        await world.SaveOtherAsync(instance, "mid", Child, key1: "main");
        await world.SaveOtherAsync(instance, "low", Child.Replace("demo", "mid", StringComparison.Ordinal), key1: "main");
        Assert.Equal("token-3", (await instance.AskOther("low")).Value());
        world.Pass(3600);
        world.Provider.Next(
            ScriptedProvider.Token("top-1", TimeSpan.FromHours(1)), ScriptedProvider.Token("mid-1", TimeSpan.FromHours(1)),
            RefusesParent(), RefusesParent(), ScriptedProvider.Token("top-2", TimeSpan.FromHours(1)));

        var low = await instance.AskOther("low");

        Assert.Equal("token-10", low.Value());
        Assert.Equal(["top-1", "mid-1", "top-1", "top-2", "token-9"], world.Provider.Given.Skip(3).Where(g => g.Uses.Count > 0).Select(g => g.Uses["mp"].Reveal()));
    }

    private static UpstreamAnswer RefusesParent() =>
        UpstreamAnswer.Of(new UpstreamFailure(FailureKind.UpstreamTokenInvalid, "stale", UpstreamReach.Answered) { RefreshUses = ["mp"] });
}
