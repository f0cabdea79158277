using TokenFunctions.Core.Tests.Flow.Doubles;
using TokenFunctions.Realms;
using TokenFunctions.Testing;
using TokenFunctions.Tokens;

namespace TokenFunctions.Core.Tests.Flow;

/// <summary>Refresh tokens whose answer came after the lease was lost, to another instance's attempt.</summary>
public sealed class LateStateTests
{
    private const string Rotating = """
        "state": [{"name": "refresh_token", "initial": "$key_1", "path": "refresh_token"}],
        "arguments": [{"name": "refresh_token", "place": "body", "value": "${state.refresh_token}"}],
        "policy": {"safe_to_repeat": true}
        """;

    private static readonly TokenKey Key = new("rot", World.Key.Key);

    [Fact]
    public async Task A_late_refresh_token_is_kept_when_the_other_attempt_brought_none()
    {
        var (world, instance, other) = await MakeAsync();
        var late = world.Provider.HoldNext();
        var asked = instance.AskOther("rot");
        world.Pass(21);
        world.Provider.Next(ScriptedProvider.Failure(FailureKind.Rejected));
        Assert.False((await other.AskOther("rot")).HasToken);

        late.SetResult(Rotated("A1", "R1"));
        await world.RunAsync(asked);
        world.Pass(60);
        await other.AskOther("rot");

        Assert.Equal(["R0", "R0", "R1"], Sent(world));
    }

    [Fact]
    public async Task A_late_refresh_token_does_not_end_the_pause_that_the_provider_asked_for()
    {
        var (world, instance, other) = await MakeAsync();
        var late = world.Provider.HoldNext();
        var asked = instance.AskOther("rot");
        world.Pass(21);
        world.Provider.Next(ScriptedProvider.Failure(FailureKind.Throttled));
        Assert.False((await other.AskOther("rot")).HasToken);

        late.SetResult(Rotated("A1", "R1"));
        await world.RunAsync(asked);
        (await other.AskOther("rot")).Refused(FailureKind.Throttled);
        Assert.Equal(["R0", "R0"], Sent(world));
        world.Pass(60);
        await other.AskOther("rot");

        Assert.Equal(["R0", "R0", "R1"], Sent(world));
    }

    [Fact]
    public async Task An_answer_without_one_does_not_put_the_old_one_back()
    {
        var (world, instance, other) = await MakeAsync();
        var (late, second) = (world.Provider.HoldNext(), world.Provider.HoldNext());
        var asked = instance.AskOther("rot");
        world.Pass(21);
        var askedOther = other.AskOther("rot");
        var number = await NumberAsync(other);
        late.SetResult(Rotated("A1", "R1"));
        await Eventually.HoldsAsync(async () => await NumberAsync(other) > number, "the state");

        second.SetResult(ScriptedProvider.Token("A2", TimeSpan.FromHours(1)));
        Assert.Equal("A2", (await world.RunAsync(askedOther)).Value());
        await world.RunAsync(asked);
        world.Pass(3600);
        await other.AskOther("rot");

        Assert.Equal(["R0", "R0", "R1"], Sent(world));
    }

    [Fact]
    public async Task One_that_comes_before_the_other_has_sent_keeps_it_from_sending_the_old_one()
    {
        var (world, instance, other) = await MakeAsync();
        var late = world.Provider.HoldNext();
        var asked = instance.AskOther("rot");
        world.Pass(21);
        other.Store.Tokens.BeforeWrite(2, async () =>
        {
            var number = await NumberAsync(instance);
            late.SetResult(Rotated("A1", "R1"));
            await Eventually.HoldsAsync(async () => await NumberAsync(instance) > number, "the state");
        });
        (await other.AskOther("rot")).Refused(FailureKind.Transient);

        await other.AskOther("rot");
        await world.RunAsync(asked);

        Assert.Equal(["R0", "R1"], Sent(world));
    }

    [Fact]
    public async Task A_newer_one_of_the_other_attempt_stays()
    {
        var (world, instance, other) = await MakeAsync();
        var late = world.Provider.HoldNext();
        var asked = instance.AskOther("rot");
        world.Pass(21);
        world.Provider.Next(Rotated("A2", "R2"));
        Assert.Equal("A2", (await other.AskOther("rot")).Value());

        late.SetResult(Rotated("A1", "R1"));
        await world.RunAsync(asked);
        world.Pass(3600);
        await other.AskOther("rot");

        Assert.Equal(["R0", "R0", "R2"], Sent(world));
    }

    [Fact]
    public async Task One_of_a_secret_that_was_removed_meanwhile_is_not_kept()
    {
        var (world, instance, other) = await MakeAsync();
        world.Provider.Next(Rotated("A1", "R1"));
        await instance.AskOther("rot");
        world.Pass(3600);
        var late = world.Provider.HoldNext();
        var asked = instance.AskOther("rot");
        world.Pass(21);
        await other.Registrar.RemoveSecretAsync(Key, null, CancellationToken.None);
        world.Provider.Next(ScriptedProvider.Failure());
        await world.SaveOtherAsync(other, "rot", Rotating, key1: "S0");
        await other.AskOther("rot");

        late.SetResult(Rotated("A2", "R2"));
        await world.RunAsync(asked);
        world.Pass(60);
        await other.AskOther("rot");

        Assert.Equal(["R0", "R1", "S0", "S0"], Sent(world));
    }

    private static async Task<(World World, Instance Instance, Instance Other)> MakeAsync()
    {
        var (world, instance) = await World.MakeAsync();
        await world.SaveOtherAsync(instance, "rot", Rotating, key1: "R0");
        return (world, instance, world.Start());
    }

    private static async Task<long> NumberAsync(Instance by) => (await by.Tokens.GetAsync(Key, CancellationToken.None)).StateNumber;

    private static UpstreamAnswer Rotated(string token, string refresh) =>
        UpstreamAnswer.Of(new UpstreamToken(new SecretText(token), TimeSpan.FromHours(1))
        {
            State = new Dictionary<string, SecretText>(StringComparer.Ordinal) { ["refresh_token"] = new(refresh) },
        });

    private static List<string> Sent(World world) => [.. world.Provider.Given.Select(given => given.State["refresh_token"].Reveal())];
}
