using TokenFunctions.Core.Tests.Flow.Doubles;
using TokenFunctions.Tokens;

namespace TokenFunctions.Core.Tests.Flow;

/// <summary>A call under way at a provider whose new token ends the old one: from its sending on nobody can say that the
/// old one works for longer than the overlap.</summary>
public sealed class ReplacedInFlightTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Fact]
    public async Task Without_an_overlap_a_caller_who_comes_during_the_call_waits_for_its_answer()
    {
        var (world, instance) = await World.MakeAsync("\"issue\": \"replaces\"");
        var other = world.Start();
        await instance.Ask();
        var held = world.Provider.HoldNext();
        var forcing = instance.Ask(flush: true);

        var meanwhile = other.Ask();
        Assert.False(meanwhile.IsCompleted);
        held.SetResult(ScriptedProvider.Token("new", Hour));

        Assert.Equal("new", (await world.RunAsync(meanwhile)).Value());
        Assert.Equal("new", (await forcing).Value());
        Assert.Equal(2, world.Provider.Calls);
    }

    [Fact]
    public async Task When_the_provider_refused_the_old_token_is_handed_out_again()
    {
        var (world, instance) = await World.MakeAsync("\"issue\": \"replaces\"");
        var other = world.Start();
        await instance.Ask();
        var held = world.Provider.HoldNext();
        var forcing = instance.Ask(flush: true);
        var meanwhile = other.Ask();

        held.SetResult(ScriptedProvider.Failure());

        Assert.Equal("token-1", (await world.RunAsync(meanwhile)).Value());
        (await forcing).Refused(FailureKind.Transient);
        Assert.Equal(2, world.Provider.Calls);
    }

    [Theory]
    [InlineData("\"issue\": \"replaces\", \"overlap_sec\": 300")]
    [InlineData("\"issue\": \"independent\"")]
    public async Task Where_the_old_token_works_on_nobody_waits(string policy)
    {
        var (world, instance) = await World.MakeAsync(policy);
        await instance.Ask();
        var held = world.Provider.HoldNext();
        var forcing = instance.Ask(flush: true);

        Assert.Equal("token-1", (await world.Start().Ask()).Value());
        held.SetResult(ScriptedProvider.Token("new", Hour));
        Assert.Equal("new", (await forcing).Value());
    }
}
