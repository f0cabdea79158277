using TokenFunctions.Storage.Sealing;
using TokenFunctions.Storage.Tables;

namespace TokenFunctions.Core.Tests.Resealing;

/// <summary>Sealed values that are removed while a pass writes their rows anew.</summary>
public sealed class RemovalTests
{
    private static readonly SealingKey Old = ResealWorld.Old;
    private static readonly SealingKey Next = ResealWorld.Next;
    private readonly ResealWorld world = new();

    private static CancellationToken None => CancellationToken.None;

    [Fact]
    public async Task Of_a_secret_that_is_removed_meanwhile_no_value_stays()
    {
        await world.FillAsync(1, Old);
        var secrets = world.Secrets(Old);
        var secret = (await secrets.FindAsync(ResealWorld.KeyOf(0), None))!;
        ResealBefore("vault");

        Assert.True(await secrets.RemoveAsync(secret, None));

        Assert.Empty(await RowsAsync("vault"));
    }

    [Fact]
    public async Task Of_all_versions_of_a_value_none_stays()
    {
        var vault = world.Vault(Old);
        for (var n = 0; n < 5; n++) await vault.WriteAsync("doc", "{}", None);
        ResealBefore("vault");

        await vault.RemoveAsync("doc", None);

        Assert.Empty(await RowsAsync("vault"));
    }

    [Fact]
    public async Task An_old_version_of_a_value_goes_in_its_turn()
    {
        var vault = world.Vault(Next, Old);
        var first = await world.Vault(Old).WriteAsync("doc", "{}", None);
        for (var n = 0; n < 4; n++)
        {
            world.Time.Advance(TimeSpan.FromMinutes(1));
            await vault.WriteAsync("doc", "{}", None);
        }

        world.Time.Advance(TimeSpan.FromHours(2));
        ResealBefore("vault");

        await vault.WriteAsync("doc", "{}", None);

        Assert.Equal(5, (await RowsAsync("vault")).Count);
        Assert.Null(await vault.ReadAsync("doc", first, None));
    }

    [Fact]
    public async Task Pushed_values_of_a_token_that_is_removed_go()
    {
        await world.FillAsync(1, Old);
        await world.Inputs(Old).SaveAsync(ResealWorld.KeyOf(0), "second", new("ticket"), None);
        ResealBefore("inputs");

        await world.Inputs(Old).RemoveAsync(ResealWorld.KeyOf(0), None);

        Assert.Empty(await RowsAsync("inputs"));
    }

    // Between the listing of the rows and the deletion of the first of them: each of them has another version then.
    private void ResealBefore(string table) =>
        world.Tables.Of(table).BeforeWrite(1, () => world.Start(Next, Old).BeginAsync(None));

    private async Task<List<Row>> RowsAsync(string table) =>
        await world.Tables.Open(table).ReadAllAsync(new RowQuery(), None).ToListAsync();
}
