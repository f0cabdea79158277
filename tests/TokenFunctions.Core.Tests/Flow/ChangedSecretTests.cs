using TokenFunctions.Core.Tests.Flow.Doubles;
using TokenFunctions.Tokens;

namespace TokenFunctions.Core.Tests.Flow;

/// <summary>Realms and secrets that change under a living token.</summary>
public sealed class ChangedSecretTests
{
    private const string Identity = "\"identity\": [\"key_1\"]";

    [Fact]
    public async Task When_an_identity_field_changed_the_old_token_is_dead()
    {
        var (world, instance) = await World.MakeAsync(Identity);
        await instance.Ask();

        await world.SaveSecretAsync(instance, "another account");

        Assert.Equal("token-2", (await instance.Ask()).Value());
    }

    [Fact]
    public async Task When_another_field_changed_the_old_token_is_due()
    {
        var (world, instance) = await World.MakeAsync(Identity);
        await instance.Ask();

        await world.SaveSecretAsync(instance, "one", "a new password");
        var result = await instance.Ask();
        await instance.Background.DrainAsync();

        Assert.Equal("token-1", result.Value());
        Assert.Equal("token-2", (await instance.Ask()).Value());
    }

    [Fact]
    public async Task An_equal_secret_that_is_saved_again_makes_no_token_due()
    {
        var (world, instance) = await World.MakeAsync(Identity);
        await instance.Ask();

        await world.SaveSecretAsync(instance, "one");
        await instance.Ask();
        await instance.Background.DrainAsync();

        Assert.Equal("token-1", (await instance.Ask()).Value());
        Assert.Equal(1, world.Provider.Calls);
    }

    [Fact]
    public async Task When_the_realm_changed_the_old_token_is_due()
    {
        var (world, instance) = await World.MakeAsync();
        await instance.Ask();

        await world.SaveRealmAsync(instance, "\"timeout_ms\": 5000");
        var result = await instance.Ask();
        await instance.Background.DrainAsync();

        Assert.Equal("token-1", result.Value());
        Assert.Equal("token-2", (await instance.Ask()).Value());
        Assert.Equal(TimeSpan.FromSeconds(5), world.Provider.Timeout);
    }

    [Fact]
    public async Task A_change_costs_one_call_however_many_instances_remember_what_was_before()
    {
        var (world, instance) = await World.MakeAsync(Identity);
        var others = new[] { world.Start(), world.Start() };
        foreach (var other in others) await other.Ask();
        await world.SaveSecretAsync(instance, "another account");
        await world.SaveRealmAsync(instance, Identity);
        await instance.Ask();

        foreach (var other in others)
        {
            Assert.Equal("token-2", (await other.Ask()).Value());
            await other.Background.DrainAsync();
        }

        Assert.Equal(2, world.Provider.Calls);
    }

    [Fact]
    public async Task A_failure_holds_also_where_the_secret_that_it_was_made_with_is_not_known_yet()
    {
        var (world, instance) = await World.MakeAsync(Identity);
        var other = world.Start();
        await other.Ask();
        await world.SaveSecretAsync(instance, "wrong");
        world.Provider.Next(ScriptedProvider.Failure(FailureKind.BadCredentials));
        await instance.Ask();

        (await other.Ask()).Refused(FailureKind.BadCredentials);
        Assert.Equal(2, world.Provider.Calls);
    }

    [Fact]
    public async Task Other_instances_follow_a_change_within_the_age_of_the_registry()
    {
        var (world, instance) = await World.MakeAsync(Identity);
        var other = world.Start();
        await other.Ask();
        await world.SaveSecretAsync(instance, "another account");
        world.Pass(30);

        Assert.Equal("token-2", (await other.Ask()).Value());
    }

    [Fact]
    public async Task A_removed_secret_is_unknown_and_its_token_is_gone()
    {
        var (_, instance) = await World.MakeAsync();
        var generation = (await instance.Ask()).Token!.Generation;

        Assert.Equal(SecretRemoval.Removed, await instance.Registrar.RemoveSecretAsync(World.Key, null, CancellationToken.None));

        (await instance.Ask()).Refused(FailureKind.UnknownSecret);
        Assert.False((await instance.Row()).HasValue);
        Assert.Equal(generation, (await instance.Row()).Generation);
        Assert.Equal(SecretRemoval.Missing, await instance.Registrar.RemoveSecretAsync(World.Key, null, CancellationToken.None));
    }

    [Fact]
    public async Task A_secret_that_was_made_again_does_not_get_the_old_token()
    {
        var (world, instance) = await World.MakeAsync();
        var generation = (await instance.Ask()).Token!.Generation;
        await instance.Registrar.RemoveSecretAsync(World.Key, null, CancellationToken.None);

        await world.SaveSecretAsync(instance, "one");
        var result = await instance.Ask();

        Assert.Equal("token-2", result.Value());
        Assert.Equal(generation + 1, result.Token!.Generation);
    }

    [Fact]
    public async Task A_secret_that_was_made_again_does_not_get_what_an_attempt_from_before_wrote()
    {
        var (world, instance) = await World.MakeAsync();
        var held = world.Provider.HoldNext();
        var before = instance.Ask();
        await instance.Registrar.RemoveSecretAsync(World.Key, null, CancellationToken.None);
        await world.SaveSecretAsync(instance, "two");

        held.SetResult(ScriptedProvider.Token("of the removed", TimeSpan.FromHours(1)));

        Assert.Equal("token-2", (await before).Value());
        Assert.Equal("token-2", (await instance.Ask()).Value());
    }

    [Fact]
    public async Task When_the_vault_fails_in_a_removal_nothing_is_removed_and_asking_again_finishes_it()
    {
        var (world, instance) = await World.MakeAsync();
        await instance.Cache.GetAsync(new TokenRequest(World.Key), CancellationToken.None);
        instance.Vault.Down = true;

        await Assert.ThrowsAsync<TokenFunctions.Storage.Vault.VaultUnavailableException>(
            () => instance.Registrar.RemoveSecretAsync(World.Key, null, CancellationToken.None));
        Assert.True((await instance.Row()).HasValue);

        instance.Vault.Down = false;
        Assert.Equal(SecretRemoval.Removed, await instance.Registrar.RemoveSecretAsync(World.Key, null, CancellationToken.None));
        Assert.False((await instance.Row()).HasValue);
        Assert.Equal(0, instance.Cache.Count);
        Assert.Equal(1, world.Provider.Calls);
    }
}
