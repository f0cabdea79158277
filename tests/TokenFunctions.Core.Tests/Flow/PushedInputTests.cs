using TokenFunctions.Core.Tests.Flow.Doubles;
using TokenFunctions.Storage.Sealing;
using TokenFunctions.Tokens;

namespace TokenFunctions.Core.Tests.Flow;

/// <summary>Tokens that need a value which somebody pushes.</summary>
public sealed class PushedInputTests
{
    private const string Suite = """
        "inputs": [{"name": "suite_ticket", "max_age_sec": 1800}],
        "arguments": [{"name": "t", "place": "body", "value": "${inputs.suite_ticket}"}]
        """;

    private static readonly TokenKey Key = new("suite", World.Key.Key);

    [Fact]
    public async Task Without_it_the_failure_says_what_is_waited_for_and_the_push_ends_the_wait()
    {
        var (world, instance) = await MakeAsync();
        var failure = (await instance.AskOther("suite")).Refused(FailureKind.WaitingForInput);
        Assert.Contains("'suite_ticket'", failure.Detail, StringComparison.Ordinal);
        Assert.Contains("POST /api/input/suite/main", failure.Detail, StringComparison.Ordinal);

        await PushAsync(instance, "TICKET-1");

        Assert.True((await instance.AskOther("suite")).HasToken);
        Assert.Equal("TICKET-1", Assert.Single(world.Provider.Given).Inputs["suite_ticket"].Reveal());
    }

    [Fact]
    public async Task One_that_is_too_old_is_not_used_and_a_new_one_is()
    {
        var (world, instance) = await MakeAsync();
        await PushAsync(instance, "TICKET-1");
        world.Pass(1801);
        var failure = (await instance.AskOther("suite")).Refused(FailureKind.WaitingForInput);
        Assert.Contains("1800 s", failure.Detail, StringComparison.Ordinal);

        await PushAsync(instance, "TICKET-2");

        Assert.True((await instance.AskOther("suite")).HasToken);
        Assert.Equal("TICKET-2", Assert.Single(world.Provider.Given).Inputs["suite_ticket"].Reveal());
    }

    [Fact]
    public async Task It_goes_with_the_secret()
    {
        var (world, instance) = await MakeAsync();
        await PushAsync(instance, "TICKET-1");
        await instance.Registrar.RemoveSecretAsync(Key, null, CancellationToken.None);
        await world.SaveOtherAsync(instance, "suite", Suite);

        (await instance.AskOther("suite")).Refused(FailureKind.WaitingForInput);
    }

    [Fact]
    public async Task It_is_sealed_and_cannot_be_moved_to_another_key()
    {
        var (world, instance) = await MakeAsync();
        await PushAsync(instance, "TICKET-1");
        var table = world.Tables.Open("inputs");
        var row = (await table.GetAsync(new("suite", "main~suite_ticket"), CancellationToken.None))!;
        Assert.DoesNotContain("TICKET", System.Text.Encoding.Latin1.GetString(row.Bytes("value")!), StringComparison.Ordinal);

        var moved = new TokenFunctions.Storage.Tables.Row(new("suite", "other~suite_ticket"))
            .Set("value", row.Bytes("value")).Set("received_at", row.Time("received_at"));
        await table.UpsertAsync(moved, CancellationToken.None);

        await Assert.ThrowsAsync<SealBrokenException>(
            () => instance.Inputs.FindAsync(new("suite", "other"), "suite_ticket", CancellationToken.None));
    }

    private static async Task<(World World, Instance Instance)> MakeAsync()
    {
        var (world, instance) = await World.MakeAsync();
        await world.SaveOtherAsync(instance, "suite", Suite);
        return (world, instance);
    }

    private static Task<TokenFunctions.Storage.PushedInput> PushAsync(Instance instance, string value) =>
        instance.Registrar.PushInputAsync(Key, "suite_ticket", new SecretText(value), CancellationToken.None);
}
