using TokenFunctions.Core.Tests.Flow.Doubles;
using TokenFunctions.Realms;
using TokenFunctions.Tokens;

namespace TokenFunctions.Core.Tests.Flow;

/// <summary>Tokens that are got with another token of this broker.</summary>
public sealed class ParentTokenTests
{
    private const string Child = """
        "uses": [{"as": "mp", "realm": "demo", "key": "$key_1"}],
        "arguments": [{"name": "access_token", "place": "url", "value": "${uses.mp}"}]
        """;

    [Fact]
    public async Task The_parent_is_the_shared_token_and_is_fetched_once()
    {
        var (world, instance) = await World.MakeAsync();
        await world.SaveOtherAsync(instance, "ticket", Child, key1: "main");
        Assert.Equal("token-1", (await instance.Ask()).Value());

        Assert.Equal("token-2", (await instance.AskOther("ticket")).Value());

        Assert.Equal(2, world.Provider.Calls);
        Assert.Equal("token-1", world.Provider.Given.Last().Uses["mp"].Reveal());
    }

    [Fact]
    public async Task A_parent_that_nobody_asked_for_yet_is_got_first()
    {
        var (world, instance) = await World.MakeAsync();
        await world.SaveOtherAsync(instance, "ticket", Child, key1: "main");

        Assert.Equal("token-2", (await instance.AskOther("ticket")).Value());

        Assert.Equal("token-1", (await instance.Ask()).Value());
        Assert.Equal(2, world.Provider.Calls);
    }

    [Fact]
    public async Task A_refused_parent_is_renewed_and_the_request_repeated_once()
    {
        var (world, instance) = await World.MakeAsync();
        await world.SaveOtherAsync(instance, "ticket", Child, key1: "main");
        await instance.Ask();
        world.Provider.Next(RefusesParent(), ScriptedProvider.Token("parent-2", TimeSpan.FromHours(1)));

        Assert.Equal("token-4", (await instance.AskOther("ticket")).Value());

        Assert.Equal(["token-1", "parent-2"], world.Provider.Given.Where(g => g.Uses.Count > 0).Select(g => g.Uses["mp"].Reveal()));
        Assert.Equal("parent-2", (await instance.Ask()).Value());
    }

    [Fact]
    public async Task A_parent_that_is_refused_twice_is_a_failure_and_not_a_loop()
    {
        var (world, instance) = await World.MakeAsync();
        await world.SaveOtherAsync(instance, "ticket", Child, key1: "main");
        await instance.Ask();
        world.Provider.Next(RefusesParent(), ScriptedProvider.Token("parent-2", TimeSpan.FromHours(1)), RefusesParent());

        (await instance.AskOther("ticket")).Refused(FailureKind.UpstreamTokenInvalid);

        Assert.Equal(4, world.Provider.Calls);
    }

    [Fact]
    public async Task A_parent_that_cannot_be_had_is_the_childs_failure_and_nothing_is_sent_for_the_child()
    {
        var (world, instance) = await World.MakeAsync();
        await world.SaveOtherAsync(instance, "ticket", Child, key1: "main");
        world.Provider.Next(ScriptedProvider.Failure(FailureKind.BadCredentials));

        var failure = (await instance.AskOther("ticket")).Refused(FailureKind.UpstreamTokenInvalid);

        Assert.Contains("'demo', key 'main'", failure.Detail, StringComparison.Ordinal);
        Assert.Equal(1, world.Provider.Calls);
    }

    [Fact]
    public async Task A_key_that_no_secret_can_have_is_told()
    {
        var (world, instance) = await World.MakeAsync();
        await world.SaveOtherAsync(instance, "ticket", Child, key1: "not a name");

        (await instance.AskOther("ticket")).Refused(FailureKind.UpstreamTokenInvalid);

        Assert.Equal(0, world.Provider.Calls);
    }

    [Fact]
    public async Task Two_realms_that_came_to_use_each_other_end_in_a_failure()
    {
        var (world, instance) = await World.MakeAsync();
        var other = world.Start();
        await world.SaveOtherAsync(other, "a", Child.Replace("demo", "b", StringComparison.Ordinal), key1: "main");
        await world.SaveOtherAsync(other, "b", Child.Replace("demo", "a", StringComparison.Ordinal), key1: "main");

        var answer = await world.RunAsync(instance.AskOther("a"));

        Assert.False(answer.HasToken);
        Assert.Equal(0, world.Provider.Calls);
    }

    private static UpstreamAnswer RefusesParent() =>
        UpstreamAnswer.Of(new UpstreamFailure(FailureKind.UpstreamTokenInvalid, "stale", UpstreamReach.Answered) { RefreshUses = ["mp"] });
}
