using TokenFunctions.Core.Tests.Flow.Doubles;
using TokenFunctions.Realms;
using TokenFunctions.Tokens;

namespace TokenFunctions.Core.Tests.Flow;

/// <summary>Refresh tokens that each answer renews.</summary>
public sealed class RotatingStateTests
{
    private const string Rotating = """
        "state": [{"name": "refresh_token", "initial": "$key_1", "path": "refresh_token"}],
        "arguments": [{"name": "refresh_token", "place": "body", "value": "${state.refresh_token}"}]
        """;

    private static readonly TokenKey Key = new("rot", World.Key.Key);

    [Fact]
    public async Task The_first_call_sends_the_initial_value_and_each_further_one_what_the_last_answer_gave()
    {
        var (world, instance) = await MakeAsync("R0");
        world.Provider.Next(Rotated("A1", "R1"), Rotated("A2", "R2"));

        await instance.AskOther("rot");
        world.Pass(3600);
        await instance.AskOther("rot");
        world.Pass(3600);
        await instance.AskOther("rot");

        Assert.Equal(["R0", "R1", "R2"], Sent(world));
    }

    [Fact]
    public async Task The_new_value_is_durable_before_the_token_is_handed_out()
    {
        var (world, instance) = await MakeAsync("R0");
        world.Provider.Next(Rotated("A1", "R1"));
        Assert.Equal("A1", (await instance.AskOther("rot")).Value());

        var after = world.Start();
        world.Pass(3600);
        await after.AskOther("rot");

        Assert.Equal(["R0", "R1"], Sent(world));
    }

    [Fact]
    public async Task An_answer_without_a_new_value_keeps_the_old_one()
    {
        var (world, instance) = await MakeAsync("R0");
        world.Provider.Next(Rotated("A1", "R1"), ScriptedProvider.Token("A2", TimeSpan.FromHours(1)));

        for (var n = 0; n < 3; n++)
        {
            await instance.AskOther("rot");
            world.Pass(3600);
        }

        Assert.Equal(["R0", "R1", "R1"], Sent(world));
    }

    [Fact]
    public async Task A_failed_call_keeps_the_value()
    {
        var (world, instance) = await MakeAsync("R0");
        world.Provider.Next(Rotated("A1", "R1"), ScriptedProvider.Failure());
        await instance.AskOther("rot");
        world.Pass(3600);
        Assert.False((await instance.AskOther("rot")).HasToken);
        world.Pass(60);
        await instance.AskOther("rot");

        Assert.Equal(["R0", "R1", "R1"], Sent(world));
    }

    [Fact]
    public async Task A_value_that_came_with_an_unusable_token_is_kept_too()
    {
        var (world, instance) = await MakeAsync("R0");
        world.Provider.Next(UpstreamAnswer.Of(new UpstreamFailure(FailureKind.Rejected, "no life", UpstreamReach.Answered)
        {
            State = new Dictionary<string, SecretText>(StringComparer.Ordinal) { ["refresh_token"] = new("R1") },
        }));
        Assert.False((await instance.AskOther("rot")).HasToken);
        world.Pass(700);
        await instance.AskOther("rot");

        Assert.Equal(["R0", "R1"], Sent(world));
    }

    [Fact]
    public async Task The_initial_value_is_used_again_only_when_it_was_changed()
    {
        var (world, instance) = await MakeAsync("R0");
        world.Provider.Next(Rotated("A1", "R1"), Rotated("A2", "R2"));
        await instance.AskOther("rot");
        world.Pass(1);
        await world.SaveOtherAsync(instance, "rot", Rotating, key1: "R0");
        await instance.AskOther("rot");
        await instance.Background.DrainAsync();
        world.Pass(1);
        await world.SaveOtherAsync(instance, "rot", Rotating, key1: "S0");
        await instance.AskOther("rot");
        await instance.Background.DrainAsync();

        Assert.Equal(["R0", "R1", "S0"], Sent(world));
    }

    [Fact]
    public async Task It_goes_with_the_secret()
    {
        var (world, instance) = await MakeAsync("R0");
        world.Provider.Next(Rotated("A1", "R1"));
        await instance.AskOther("rot");
        await instance.Registrar.RemoveSecretAsync(Key, null, CancellationToken.None);
        Assert.Null((await instance.Tokens.GetAsync(Key, CancellationToken.None)).SealedState);
        await world.SaveOtherAsync(instance, "rot", Rotating, key1: "R0");
        await instance.AskOther("rot");

        Assert.Equal(["R0", "R0"], Sent(world));
    }

    [Fact]
    public async Task A_state_that_cannot_be_opened_is_a_failure_and_the_initial_value_is_not_sent_in_its_place()
    {
        var (world, instance) = await MakeAsync("R0");
        world.Provider.Next(Rotated("A1", "R1"));
        await instance.AskOther("rot");
        var row = await instance.Tokens.GetAsync(Key, CancellationToken.None);
        await instance.Tokens.TrySaveAsync(row with { StateNumber = row.StateNumber + 1 }, CancellationToken.None);
        world.Pass(3600);

        (await instance.AskOther("rot")).Refused(FailureKind.SealBroken);

        Assert.Equal(1, world.Provider.Calls);
    }

    private static async Task<(World World, Instance Instance)> MakeAsync(string initial)
    {
        var (world, instance) = await World.MakeAsync();
        await world.SaveOtherAsync(instance, "rot", Rotating, key1: initial);
        return (world, instance);
    }

    private static UpstreamAnswer Rotated(string token, string refresh) =>
        UpstreamAnswer.Of(new UpstreamToken(new SecretText(token), TimeSpan.FromHours(1))
        {
            State = new Dictionary<string, SecretText>(StringComparer.Ordinal) { ["refresh_token"] = new(refresh) },
        });

    private static List<string> Sent(World world) => [.. world.Provider.Given.Select(given => given.State["refresh_token"].Reveal())];
}
