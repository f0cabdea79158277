using TokenFunctions.Core.Tests.Flow.Doubles;
using TokenFunctions.Storage;
using TokenFunctions.Storage.Sealing;
using TokenFunctions.Storage.Tables;
using TokenFunctions.Tokens;

namespace TokenFunctions.Core.Tests.Flow;

/// <summary>Rows that somebody with access to the store has changed, swapped or put back: told as what it is, and the
/// provider is not asked in their place.</summary>
public sealed class TamperingTests
{
    private static readonly TokenKey Rotating = RotatingWorld.Key;

    private static CancellationToken None => CancellationToken.None;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(6)]
    [InlineData(20)]
    [InlineData(60)]
    public async Task A_flipped_bit_of_a_living_token_is_told_and_a_flush_heals_it(int position)
    {
        var (world, instance) = await World.MakeAsync();
        await instance.Ask();
        var row = await instance.Row();
        await PutAsync(instance, row, Flipped(row.SealedValue!, position));

        var told = (await instance.Ask()).Refused(FailureKind.SealBroken);

        Assert.Contains("was changed or moved since it was sealed", told.Detail, StringComparison.Ordinal);
        Assert.Contains("flush=true", told.Detail, StringComparison.Ordinal);
        Assert.Equal(1, world.Provider.Calls);
        await instance.Ask(flush: true);
        Assert.Equal("token-2", (await instance.Ask()).Value());
    }

    [Fact]
    public async Task Values_swapped_between_two_rows_are_told_in_both()
    {
        var (world, instance) = await World.MakeAsync();
        await world.SaveOtherAsync(instance, "other", "\"method\": \"POST\"");
        await instance.Ask();
        await instance.AskOther("other");
        var (one, two) = (await instance.Row(), await instance.Tokens.GetAsync(new("other", "main"), None));
        await PutAsync(instance, one, two.SealedValue!);
        await PutAsync(instance, two, one.SealedValue!);

        (await instance.Ask()).Refused(FailureKind.SealBroken);
        (await instance.AskOther("other")).Refused(FailureKind.SealBroken);
        Assert.Equal(2, world.Provider.Calls);
    }

    [Fact]
    public async Task The_value_of_an_older_generation_in_the_present_row_is_told()
    {
        var (world, instance) = await World.MakeAsync();
        await instance.Ask();
        var old = (await instance.Row()).SealedValue!;
        world.Pass(3600);
        await instance.Ask();
        await PutAsync(instance, await instance.Row(), old);

        (await instance.Ask()).Refused(FailureKind.SealBroken);
        Assert.Equal(2, world.Provider.Calls);
    }

    [Fact]
    public async Task A_token_whose_key_is_lost_is_told_apart()
    {
        var (world, instance) = await World.MakeAsync();
        await instance.Ask();
        world.SealingKey = new SealingKey("k2", SealingKey.NewBytes());

        var told = (await world.Start().Ask()).Refused(FailureKind.SealingKeyUnknown);

        Assert.Contains("sealed with the key k1", told.Detail, StringComparison.Ordinal);
        Assert.Contains("TokenFunctions__OlderSealingKeys", told.Detail, StringComparison.Ordinal);
        Assert.Equal(1, world.Provider.Calls);
    }

    [Fact]
    public async Task A_due_token_that_was_changed_is_renewed_in_its_turn()
    {
        var (world, instance) = await World.MakeAsync();
        await instance.Ask();
        var row = await instance.Row();
        await PutAsync(instance, row, Flipped(row.SealedValue!, 50));
        world.Pass(3600);

        Assert.Equal("token-2", (await instance.Ask()).Value());
    }

    [Fact]
    public async Task A_secret_that_was_changed_is_told_and_heals_when_it_is_stored_again()
    {
        var (world, instance) = await World.MakeAsync();
        var secret = (await instance.Secrets.FindAsync(World.Key, None))!;
        var (vault, address) = (world.Tables.Open("vault"), new RowKey(secret.VaultName!, secret.VaultVersion!));
        var row = (await vault.GetAsync(address, None))!;
        await vault.UpsertAsync(row.WithETag(null).Set("document", Flipped(row.Bytes("document")!, 40)), None);

        var told = (await instance.Ask()).Refused(FailureKind.SealBroken);

        Assert.Contains("'main' is to be stored again", told.Detail, StringComparison.Ordinal);
        Assert.Equal(0, world.Provider.Calls);
        await world.SaveSecretAsync(instance, "one");
        Assert.Equal("token-1", (await instance.Ask()).Value());
    }

    [Fact]
    public async Task A_pushed_input_that_was_changed_is_told_and_heals_when_it_is_pushed_again()
    {
        var (world, instance) = await World.MakeAsync();
        await world.SaveOtherAsync(instance, "suite", """
            "inputs": [{"name": "ticket"}], "arguments": [{"name": "t", "place": "body", "value": "${inputs.ticket}"}]
            """);
        var key = new TokenKey("suite", "main");
        await instance.Registrar.PushInputAsync(key, "ticket", new("T1"), None);
        var table = world.Tables.Open("inputs");
        var row = (await table.GetAsync(new("suite", "main~ticket"), None))!;
        await table.UpsertAsync(row.WithETag(null).Set("value", Flipped(row.Bytes("value")!, 30)), None);

        var told = (await instance.AskOther("suite")).Refused(FailureKind.SealBroken);

        Assert.Contains("POST /api/input/suite/main", told.Detail, StringComparison.Ordinal);
        await instance.Registrar.PushInputAsync(key, "ticket", new("T2"), None);
        Assert.True((await instance.AskOther("suite")).HasToken);
        Assert.Equal("T2", Assert.Single(world.Provider.Given).Inputs["ticket"].Reveal());
    }

    [Fact]
    public async Task A_refresh_token_that_was_changed_is_told_and_only_a_secret_stored_after_that_begins_anew()
    {
        var (world, instance) = await RotatingWorld.MakeAsync();
        world.Provider.Next(RotatingWorld.Rotated("A1", "R1"), RotatingWorld.Rotated("A2", "S1"), RotatingWorld.Rotated("A3", "S2"));
        await instance.AskRotating();
        await BreakStateAsync(instance);
        world.Pass(3600);

        var told = (await instance.AskRotating()).Refused(FailureKind.SealBroken);
        Assert.Contains("give consent again", told.Detail, StringComparison.Ordinal);
        world.Pass(3600);
        (await instance.AskRotating()).Refused(FailureKind.SealBroken);
        Assert.Equal(["R0"], world.Sent());

        await world.SaveRotatingAsync(instance, "S0");
        Assert.Equal("A2", (await instance.AskRotating()).Value());
        world.Pass(3600);
        Assert.Equal("A3", (await instance.AskRotating()).Value());
        Assert.Equal(["R0", "S0", "S1"], world.Sent());
    }

    [Fact]
    public async Task A_refresh_token_whose_key_is_missing_is_not_given_up_for_a_secret_that_was_stored_meanwhile()
    {
        var (world, instance) = await RotatingWorld.MakeAsync();
        world.Provider.Next(RotatingWorld.Rotated("A1", "R1"), RotatingWorld.Rotated("A2", "R2"));
        await instance.AskRotating();
        world.Pass(3600);
        var first = world.SealingKey;
        world.SealingKey = new SealingKey("k2", SealingKey.NewBytes());
        var without = world.Start();
        (await without.AskRotating()).Refused(FailureKind.SealingKeyUnknown);
        await world.SaveRotatingAsync(without, "R0", label: "other");
        world.Pass(600);
        (await without.AskRotating()).Refused(FailureKind.SealingKeyUnknown);

        // The key is back, and so is the chain.
        world.SealingKeys = new SealingKeyRing(new FixedSealingKeys(world.SealingKey), [first]);
        world.Pass(600);
        Assert.Equal("A2", (await world.Start().AskRotating()).Value());
        Assert.Equal(["R0", "R1"], world.Sent());
    }

    [Fact]
    public async Task A_refresh_token_that_was_changed_before_anybody_looked_is_not_replaced_by_a_secret_stored_before_that()
    {
        var (world, instance) = await RotatingWorld.MakeAsync();
        world.Provider.Next(RotatingWorld.Rotated("A1", "R1"));
        await instance.AskRotating();
        await BreakStateAsync(instance);
        await world.SaveRotatingAsync(instance, "R0", label: "other");
        world.Pass(3600);

        (await instance.AskRotating()).Refused(FailureKind.SealBroken);
        Assert.Equal(["R0"], world.Sent());
    }

    private static byte[] Flipped(byte[] box, int position)
    {
        var flipped = (byte[])box.Clone();
        flipped[position] ^= 1;
        return flipped;
    }

    private static async Task PutAsync(Instance by, TokenState row, byte[] box) =>
        Assert.NotNull(await by.Tokens.TrySaveAsync(row with { SealedValue = box }, None));

    private static async Task BreakStateAsync(Instance by)
    {
        var row = await by.Tokens.GetAsync(Rotating, None);
        Assert.NotNull(await by.Tokens.TrySaveAsync(row with { SealedState = Flipped(row.SealedState!, 40) }, None));
    }
}
