using TokenFunctions.Storage.Sealing;
using TokenFunctions.Storage.Vault;
using TokenFunctions.Testing;
using TokenFunctions.Testing.Vault;

namespace TokenFunctions.AzureStorage.Tests.Secrets;

[Against("VaultDouble")]
public sealed class KeyVaultSealingKeysTests : IAsyncLifetime
{
    private readonly ManualTime time = new();
    private FakeVault vault = null!;

    private static CancellationToken None => CancellationToken.None;

    public async Task InitializeAsync() => vault = await FakeVault.StartAsync();

    public async Task DisposeAsync() => await vault.DisposeAsync();

    [Fact]
    public async Task The_key_is_made_once_and_has_its_version_as_id()
    {
        using var first = Open();
        using var second = Open();
        var made = await first.GetActiveAsync(None);
        Assert.Equal(made.Id, (await second.GetActiveAsync(None)).Id);
        Assert.Equal(1, vault.CountVersions(KeyVaultSealingKeys.SecretName));
        Assert.NotNull(await vault.Client().GetSecretAsync(KeyVaultSealingKeys.SecretName, made.Id));
    }

    [Fact]
    public async Task Instances_that_start_at_once_open_each_others_values()
    {
        var keys = Enumerable.Range(0, 4).Select(_ => Open()).ToList();
        var sealers = keys.ConvertAll(k => new Sealer(k));
        var boxes = await Task.WhenAll(sealers.Select(s => s.SealAsync("plain"u8.ToArray(), "place", None).AsTask()));
        foreach (var sealer in sealers)
            foreach (var box in boxes) Assert.Equal("plain"u8.ToArray(), await sealer.OpenAsync(box, "place", None));
        keys.ForEach(k => k.Dispose());
    }

    [Fact]
    public async Task Each_of_two_racing_makers_opens_what_the_other_sealed()
    {
        using var ours = Open();
        using var theirs = Open();
        // Both found nothing and each made a version: the state after a lost race.
        var first = await ours.GetActiveAsync(None);
        await vault.Client().SetSecretAsync(KeyVaultSealingKeys.SecretName, Convert.ToBase64String(SealingKey.NewBytes()));
        var second = await theirs.GetActiveAsync(None);
        Assert.NotEqual(first.Id, second.Id);
        Assert.Equal(second.Id, (await ours.FindAsync(second.Id, None))!.Id);
        Assert.Equal(first.Id, (await theirs.FindAsync(first.Id, None))!.Id);
    }

    [Fact]
    public async Task The_newest_version_is_looked_for_every_10_minutes_and_old_ones_still_open()
    {
        using var keys = Open();
        var sealer = new Sealer(keys);
        var old = await keys.GetActiveAsync(None);
        var box = await sealer.SealAsync("plain"u8.ToArray(), "place", None);
        await vault.Client().SetSecretAsync(KeyVaultSealingKeys.SecretName, Convert.ToBase64String(SealingKey.NewBytes()));
        var asked = vault.Log.Count;
        time.Advance(TimeSpan.FromMinutes(9));
        Assert.Equal(old.Id, (await keys.GetActiveAsync(None)).Id);
        Assert.Equal(asked, vault.Log.Count);
        time.Advance(TimeSpan.FromMinutes(1));
        Assert.NotEqual(old.Id, (await keys.GetActiveAsync(None)).Id);
        Assert.Equal("plain"u8.ToArray(), await sealer.OpenAsync(box, "place", None));
    }

    [Fact]
    public async Task The_newest_version_is_listed_first_and_older_ones_that_were_needed_after_it()
    {
        using var before = Open();
        var old = await before.GetActiveAsync(None);
        await vault.Client().SetSecretAsync(KeyVaultSealingKeys.SecretName, Convert.ToBase64String(SealingKey.NewBytes()));
        using var keys = Open();
        var newest = await keys.GetActiveAsync(None);

        Assert.Equal([newest.Id], (await keys.ListAsync(None)).Select(key => key.Id));
        Assert.NotNull(await keys.FindAsync(old.Id, None));
        Assert.Equal([newest.Id, old.Id], (await keys.ListAsync(None)).Select(key => key.Id));
    }

    [Fact]
    public async Task A_ring_opens_what_the_settings_sealed_and_seals_again_with_the_vaults_key()
    {
        using var keys = Open();
        var setting = new SealingKey("setting", SealingKey.NewBytes());
        var box = await new Sealer(new FixedSealingKeys(setting)).SealAsync("plain"u8.ToArray(), "place", None);
        var sealer = new Sealer(new SealingKeyRing(keys, [setting]));

        var again = (await sealer.ResealAsync(box, "place", None))!;

        Assert.Equal((await keys.GetActiveAsync(None)).Id, Sealer.KeyIdOf(again));
        Assert.Equal("plain"u8.ToArray(), await new Sealer(keys).OpenAsync(again, "place", None));
        Assert.DoesNotContain(vault.Log, line => line.Contains("/setting", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_found_key_is_not_asked_for_again()
    {
        using var keys = Open();
        var key = await keys.GetActiveAsync(None);
        var asked = vault.Log.Count;
        for (var i = 0; i < 5; i++) Assert.NotNull(await keys.FindAsync(key.Id, None));
        Assert.Equal(asked, vault.Log.Count);
    }

    [Theory]
    [InlineData("0123456789abcdef0123456789abcdef")]
    [InlineData("../keys/other")]
    [InlineData("")]
    public async Task An_id_that_is_not_there_is_no_key(string id)
    {
        using var keys = Open();
        await keys.GetActiveAsync(None);
        Assert.Null(await keys.FindAsync(id, None));
    }

    [Fact]
    public async Task While_the_vault_is_away_the_last_key_goes_on_sealing()
    {
        using var keys = Open();
        var key = await keys.GetActiveAsync(None);
        vault.Down = new VaultFault(403, "Forbidden", "ForbiddenByFirewall");
        time.Advance(TimeSpan.FromMinutes(11));
        Assert.Equal(key.Id, (await keys.GetActiveAsync(None)).Id);
        await Assert.ThrowsAsync<VaultUnavailableException>(async () => await keys.FindAsync("0123456789abcdef", None));
        using var late = Open();
        await Assert.ThrowsAsync<VaultUnavailableException>(async () => await late.GetActiveAsync(None));
    }

    [Fact]
    public async Task A_secret_that_is_no_key_is_told_and_not_shown()
    {
        await vault.Client().SetSecretAsync(KeyVaultSealingKeys.SecretName, "not-a-key-value");
        using var keys = Open();
        var e = await Assert.ThrowsAsync<VaultUnavailableException>(async () => await keys.GetActiveAsync(None));
        Assert.Contains("32 bytes in base64", e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("not-a-key-value", e.ToString(), StringComparison.Ordinal);
    }

    private KeyVaultSealingKeys Open() => new(vault.Client(), time);
}
