using TokenFunctions.Storage;
using TokenFunctions.Storage.Vault;
using TokenFunctions.Testing;
using TokenFunctions.Testing.Vault;
using TokenFunctions.Tokens;

namespace TokenFunctions.AzureStorage.Tests.Secrets;

[Against("VaultDouble")]
public sealed class KeyVaultFollowTests : IAsyncLifetime
{
    private FakeVault own = null!;
    private FakeVault other = null!;
    private KeyVault vault = null!;

    private static CancellationToken None => CancellationToken.None;

    public async Task InitializeAsync()
    {
        (own, other) = (await FakeVault.StartAsync(), await FakeVault.StartAsync());
        vault = new KeyVault(own.Client(), _ => other.Client());
    }

    public async Task DisposeAsync()
    {
        await own.DisposeAsync();
        await other.DisposeAsync();
    }

    [Fact]
    public async Task A_followed_secret_gives_its_newest_version_or_the_one_that_is_named()
    {
        var old = await vault.WriteAsync("theirs", "old", None);
        var now = await vault.WriteAsync("theirs", "new", None);
        var newest = await vault.FollowAsync(new Uri(own.Uri, "/secrets/theirs"), None);
        Assert.Equal(("new", now), (newest!.Value.Reveal(), newest.Version));
        Assert.Equal("old", (await vault.FollowAsync(new Uri(own.Uri, "/secrets/theirs/" + old), None))!.Value.Reveal());
        Assert.Null(await vault.FollowAsync(new Uri(own.Uri, "/secrets/never"), None));
    }

    [Fact]
    public async Task A_secret_of_another_vault_is_followed_there()
    {
        await other.Client().SetSecretAsync("theirs", "elsewhere");
        var address = new Uri("https://other.vault.azure.net/secrets/theirs");
        Assert.Equal("elsewhere", (await vault.FollowAsync(address, None))!.Value.Reveal());
        other.Down = new VaultFault(403, "Forbidden", "ForbiddenByRbac");
        var e = await Assert.ThrowsAsync<VaultUnavailableException>(() => vault.FollowAsync(address, None));
        Assert.Contains("other.vault.azure.net refused: the identity lacks the role Key Vault Secrets User", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_secret_of_the_service_itself_is_followed_in_its_own_vault()
    {
        string[] names = [KeyVaultSealingKeys.SecretName, VaultName.New(new TokenKey("realm", "key"))];
        foreach (var name in names)
        {
            await vault.WriteAsync(name, "confidential", None);
            var address = new Uri(own.Uri, $"/secrets/{name}");
            Assert.False(vault.CanFollow(address));
            await Assert.ThrowsAsync<VaultUnavailableException>(() => vault.FollowAsync(address, None));
        }
    }

    [Theory]
    [InlineData("https://a-1.vault.azure.net/secrets/name", true)]
    [InlineData("https://A.VAULT.azure.net/secrets/name/0123", true)]
    [InlineData("https://a.vault.azure.cn/secrets/name", true)]
    [InlineData("https://a.vault.usgovcloudapi.net/secrets/name", true)]
    [InlineData("http://a.vault.azure.net/secrets/name", false)]
    [InlineData("https://a.vault.azure.net.evil.example/secrets/name", false)]
    [InlineData("https://evil.example/secrets/name", false)]
    [InlineData("https://evilvault.azure.net/secrets/name", false)]
    [InlineData("https://.vault.azure.net/secrets/name", false)]
    [InlineData("https://a.b.vault.azure.net/secrets/name", false)]
    [InlineData("https://a.vault.azure.net:8443/secrets/name", false)]
    [InlineData("https://me@a.vault.azure.net/secrets/name", false)]
    [InlineData("https://a.vault.azure.net/secrets/name?x=1", false)]
    [InlineData("https://a.vault.azure.net/keys/name", false)]
    [InlineData("https://a.vault.azure.net/secrets/", false)]
    [InlineData("https://a.vault.azure.net/secrets/na_me", false)]
    [InlineData("https://a.vault.azure.net/secrets/name/1/2", false)]
    [InlineData("https://a.vault.azure.net/secrets/tokenfunctions-sealing-key", false)]
    [InlineData("https://a.vault.azure.net/secrets/TokenFunctions-Admin-Key", false)]
    [InlineData("https://a.vault.azure.net/secrets/tokenfunctions-core-api-key", false)]
    [InlineData("https://a.vault.azure.net/secrets/TokenFunctions-Sealing-Key/0123", false)]
    [InlineData("https://a.vault.azure.net/secrets/tokenfunctions%2Dsealing-key", false)]
    [InlineData("https://a.vault.azure.net/secrets/tf-abcdefghijklmnopqrstuvwx-234567abcdefghij", false)]
    [InlineData("https://a.vault.azure.net/secrets/TF-ABCDEFGHIJKLMNOPQRSTUVWX-234567ABCDEFGHIJ/0123", false)]
    [InlineData("https://a.vault.azure.net/secrets/tf-mine", true)]
    public async Task Only_secrets_of_key_vaults_are_followed(string address, bool can)
    {
        Assert.Equal(can, Uri.TryCreate(address, UriKind.Absolute, out var uri) && vault.CanFollow(uri));
        if (!can && uri is not null) await Assert.ThrowsAsync<VaultUnavailableException>(() => vault.FollowAsync(uri, None));
    }
}
