using TokenFunctions.Core.Tests.Flow.Doubles;
using TokenFunctions.Tokens;

namespace TokenFunctions.Core.Tests.Flow;

/// <summary>The ordinary road of a token.</summary>
public sealed class AskingTests
{
    [Fact]
    public async Task The_first_answer_comes_from_upstream_and_the_second_from_the_database()
    {
        var (world, instance) = await World.MakeAsync();

        var first = await instance.Ask();
        var second = await instance.Ask();

        Assert.Equal("token-1", first.Value());
        Assert.Equal(TokenOrigin.Upstream, first.Origin);
        Assert.Equal("token-1", second.Value());
        Assert.Equal(TokenOrigin.Database, second.Origin);
        Assert.Equal(1, world.Provider.Calls);
        Assert.Equal("one", world.Provider.Key1);
    }

    [Fact]
    public async Task Generations_start_at_the_Unix_time_and_grow_by_one()
    {
        var (world, instance) = await World.MakeAsync();
        var start = world.Time.GetUtcNow().ToUnixTimeSeconds();

        var first = await instance.Ask();
        world.Pass(3600);
        var second = await instance.Ask();

        Assert.Equal(start, first.Token!.Generation);
        Assert.Equal(start + 1, second.Token!.Generation);
    }

    [Fact]
    public async Task A_due_token_is_handed_out_and_renewed_behind()
    {
        var (world, instance) = await World.MakeAsync();
        await instance.Ask();
        world.Pass(3300);
        var held = world.Provider.HoldNext();

        var due = await instance.Ask();
        var meanwhile = await instance.Ask();
        held.SetResult(ScriptedProvider.Token("second", TimeSpan.FromHours(1)));
        await instance.Background.DrainAsync();
        var after = await instance.Ask();

        Assert.Equal("token-1", due.Value());
        Assert.Equal("token-1", meanwhile.Value());
        Assert.Equal("second", after.Value());
        Assert.Equal(TokenOrigin.Database, after.Origin);
        Assert.Equal(2, world.Provider.Calls);
    }

    [Fact]
    public async Task A_dead_token_is_waited_for()
    {
        var (world, instance) = await World.MakeAsync();
        await instance.Ask();
        world.Pass(3545);
        var held = world.Provider.HoldNext();

        var asked = instance.Ask();
        Assert.False(asked.IsCompleted);
        held.SetResult(ScriptedProvider.Token("second", TimeSpan.FromHours(1)));

        Assert.Equal("second", (await asked).Value());
    }

    [Fact]
    public async Task A_token_that_lives_one_second_is_handed_to_those_who_waited()
    {
        var (world, instance) = await World.MakeAsync();
        var held = world.Provider.HoldNext();

        var asked = Enumerable.Range(0, 3).Select(_ => instance.Ask()).ToArray();
        held.SetResult(ScriptedProvider.Token("short", TimeSpan.FromSeconds(1)));

        foreach (var result in await Task.WhenAll(asked)) Assert.Equal("short", result.Value());
        Assert.Equal(1, world.Provider.Calls);
    }

    [Fact]
    public async Task A_token_that_never_expires_is_never_due()
    {
        var (world, instance) = await World.MakeAsync();
        world.Provider.Life = null;
        await instance.Ask();
        world.Pass(400 * 86_400.0);

        var result = await instance.Ask(minTtl: TimeSpan.FromDays(1));

        Assert.Equal("token-1", result.Value());
        Assert.Null(result.Token!.ExpiresAt);
        Assert.Equal(1, world.Provider.Calls);
    }

    [Fact]
    public async Task Unknown_names_are_told_apart()
    {
        var (_, instance) = await World.MakeAsync();

        var realm = await instance.Broker.GetAsync(new TokenRequest(new TokenKey("none", "main")), CancellationToken.None);
        var key = await instance.Broker.GetAsync(new TokenRequest(new TokenKey("demo", "none")), CancellationToken.None);

        realm.Refused(FailureKind.UnknownRealm);
        key.Refused(FailureKind.UnknownSecret);
    }

    [Fact]
    public async Task A_call_of_less_than_a_second_is_sent_too()
    {
        var (world, instance) = await World.MakeAsync("\"timeout_ms\": 500");

        Assert.Equal("token-1", (await instance.Ask()).Value());
        Assert.Equal(TimeSpan.FromMilliseconds(500), world.Provider.Timeout);
    }
}
