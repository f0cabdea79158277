using TokenFunctions.Core.Tests.Flow.Doubles;
using TokenFunctions.Storage.Sealing;
using TokenFunctions.Storage.Tables;
using TokenFunctions.Tokens;

namespace TokenFunctions.Core.Tests.Flow;

/// <summary>Values that cannot be read.</summary>
public sealed class VaultAndSealTests
{
    [Fact]
    public async Task A_vault_that_is_down_is_remembered_with_a_back_off()
    {
        var (world, instance) = await World.MakeAsync(times: new BrokerTimes { BackoffFirst = TimeSpan.FromHours(1), BackoffMax = TimeSpan.FromHours(1) });
        instance.Vault.Down = true;

        var failure = (await instance.Ask()).Refused(FailureKind.VaultUnavailable);
        var writes = instance.Store.Tokens.Writes;
        instance.Vault.Down = false;
        (await instance.Ask()).Refused(FailureKind.VaultUnavailable);

        Assert.Equal(writes, instance.Store.Tokens.Writes);
        Assert.Equal(0, world.Provider.Calls);
        world.Time.Advance(failure.RetryAt!.Value - world.Time.GetUtcNow());
        Assert.Equal("token-1", (await instance.Ask()).Value());
    }

    [Fact]
    public async Task While_the_vault_is_down_a_living_token_is_handed_out()
    {
        var (world, instance) = await World.MakeAsync();
        await instance.Ask();
        world.Pass(3300);
        instance.Vault.Down = true;
        await instance.Ask();
        await instance.Background.DrainAsync();

        var result = await instance.Ask();

        Assert.Equal("token-1", result.Value());
        Assert.Equal(FailureKind.VaultUnavailable, result.RenewalFailed!.Kind);
        Assert.Equal(1, world.Provider.Calls);
    }

    [Fact]
    public async Task A_sealing_key_that_is_out_of_reach_when_state_is_to_be_sent_is_remembered_and_leaves_no_lease()
    {
        var (world, instance) = await RotatingWorld.MakeAsync();
        world.Provider.Next(RotatingWorld.Rotated("A1", "R1"), RotatingWorld.Rotated("A2", "R2"));
        await instance.AskRotating();
        world.Pass(3600);
        // The secret's values are opened with it, the state is not.
        instance.Keys.OpensLeft = 1;

        (await world.RunAsync(instance.AskRotating())).Refused(FailureKind.VaultUnavailable);

        var row = await instance.RotatingRow();
        Assert.Equal((null, FailureKind.VaultUnavailable), (row.LeaseId, row.Failure?.Kind));
        Assert.Equal(1, world.Provider.Calls);
        instance.Keys.OpensLeft = int.MaxValue;
        world.Pass(600);
        Assert.Equal("A2", (await instance.AskRotating()).Value());
    }

    [Fact]
    public async Task A_token_sealed_with_another_key_is_told_of_and_a_renewal_heals_it()
    {
        var (world, instance) = await World.MakeAsync();
        await instance.Ask();
        world.SealingKey = new SealingKey("k2", SealingKey.NewBytes());
        var other = world.Start();
        (await other.Ask()).Refused(FailureKind.SealingKeyUnknown);

        // The secret's values are sealed with the lost key too.
        await world.SaveSecretAsync(other, "one");
        await other.Ask(flush: true);

        Assert.Equal("token-2", (await other.Ask()).Value());
    }

    [Fact]
    public async Task A_secret_whose_values_cannot_be_opened_can_be_saved_again()
    {
        var (world, _) = await World.MakeAsync("\"identity\": [\"key_1\"]");
        world.SealingKey = new SealingKey("k2", SealingKey.NewBytes());
        var other = world.Start();
        (await other.Ask()).Refused(FailureKind.SealingKeyUnknown);

        await world.SaveSecretAsync(other, "one");

        Assert.Equal("token-1", (await other.Ask()).Value());
    }

    [Fact]
    public async Task A_value_moved_to_another_row_is_not_opened()
    {
        var (world, instance) = await World.MakeAsync();
        await instance.Ask();
        var row = await instance.Row();
        await instance.Tokens.TrySaveAsync(row with { Generation = row.Generation + 1 }, CancellationToken.None);

        (await instance.Ask()).Refused(FailureKind.SealBroken);
        Assert.Equal(1, world.Provider.Calls);

        // What the failure advises: the secret is as it was, so it is the flush that makes a new token.
        await world.SaveSecretAsync(instance, "one");
        await instance.Ask(flush: true);
        Assert.Equal("token-2", (await instance.Ask()).Value());
    }

    [Fact]
    public async Task No_value_is_in_a_row_or_in_a_text()
    {
        var (world, instance) = await World.MakeAsync();
        world.Provider.Next(ScriptedProvider.Token("t0ken-value", TimeSpan.FromHours(1)));
        await world.SaveSecretAsync(instance, "s3cret-value");
        var result = await instance.Ask();

        Assert.DoesNotContain("t0ken-value", $"{result} {result.Token} {await instance.Row()}", StringComparison.Ordinal);
        foreach (var table in new[] { "tokens", "secrets", "vault", "realms" })
        {
            await foreach (var row in world.Tables.Open(table).ReadAllAsync(new RowQuery(), CancellationToken.None))
            {
                var text = string.Join('|', row.Cells.Values.Select(v => v is byte[] b ? System.Text.Encoding.Latin1.GetString(b) : $"{v}"));
                Assert.DoesNotContain("t0ken-value", text, StringComparison.Ordinal);
                Assert.DoesNotContain("s3cret-value", text, StringComparison.Ordinal);
            }
        }
    }
}
