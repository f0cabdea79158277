using Azure.Identity;
using Azure.Security.KeyVault.Secrets;
using TokenFunctions.Storage.Vault;
using TokenFunctions.Testing.Vault;

namespace TokenFunctions.AzureStorage.Tests.Secrets;

[Trait("Needs", "VaultDouble")]
public sealed class KeyVaultTests : IAsyncLifetime
{
    private const string Document = """{"key_2":"top-secret-value"}""";
    private FakeVault double1 = null!;
    private FakeVault double2 = null!;
    private KeyVault vault = null!;

    private static CancellationToken None => CancellationToken.None;

    public async Task InitializeAsync()
    {
        (double1, double2) = (await FakeVault.StartAsync(), await FakeVault.StartAsync());
        vault = new KeyVault(double1.Client(), _ => double2.Client());
    }

    public async Task DisposeAsync()
    {
        await double1.DisposeAsync();
        await double2.DisposeAsync();
    }

    [Fact]
    public async Task Every_version_that_was_written_can_be_read()
    {
        var first = await vault.WriteAsync("doc", Document, None);
        var second = await vault.WriteAsync("doc", "{}", None);
        Assert.NotEqual(first, second);
        Assert.Equal(Document, await vault.ReadAsync("doc", first, None));
        Assert.Equal("{}", await vault.ReadAsync("doc", second, None));
    }

    [Fact]
    public async Task A_document_is_marked_as_json()
    {
        var version = await vault.WriteAsync("doc", Document, None);
        KeyVaultSecret secret = await double1.Client().GetSecretAsync("doc", version);
        Assert.Equal("application/json", secret.Properties.ContentType);
    }

    [Fact]
    public async Task What_is_not_there_reads_as_null()
    {
        Assert.Null(await vault.ReadAsync("doc", "0123456789abcdef0123456789abcdef", None));
        await vault.WriteAsync("doc", Document, None);
        Assert.Null(await vault.ReadAsync("doc", "0123456789abcdef0123456789abcdef", None));
    }

    [Fact]
    public async Task A_disabled_secret_reads_as_null()
    {
        var version = await vault.WriteAsync("doc", Document, None);
        double1.Enable("doc", false);
        Assert.Null(await vault.ReadAsync("doc", version, None));
    }

    [Fact]
    public async Task A_removed_secret_is_gone_and_removing_it_again_does_nothing()
    {
        var version = await vault.WriteAsync("doc", Document, None);
        await vault.RemoveAsync("doc", None);
        Assert.Null(await vault.ReadAsync("doc", version, None));
        await vault.RemoveAsync("doc", None);
        await vault.RemoveAsync("never", None);
        Assert.DoesNotContain(double1.Log, line => line.Contains("purge", StringComparison.Ordinal) || line.StartsWith("DELETE /deletedsecrets", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_name_that_is_soft_deleted_cannot_be_used_again()
    {
        await vault.WriteAsync("doc", Document, None);
        await vault.RemoveAsync("doc", None);
        var e = await Assert.ThrowsAsync<VaultUnavailableException>(() => vault.WriteAsync("doc", Document, None));
        Assert.Contains("deleted secret of that name", e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("top-secret-value", e.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_vault_that_stumbles_is_asked_again()
    {
        double1.FailNext(new VaultFault(503, "ServiceUnavailable"), new VaultFault(429, "Throttled"));
        var version = await vault.WriteAsync("doc", Document, None);
        Assert.Equal(Document, await vault.ReadAsync("doc", version, None));
    }

    [Theory]
    [InlineData(403, "ForbiddenByRbac", "lacks the role Key Vault Secrets Officer")]
    [InlineData(429, null, "try again later")]
    [InlineData(500, null, "try again later")]
    [InlineData(400, null, "refused the request")]
    public async Task A_refusal_says_what_to_do(int status, string? inner, string says)
    {
        double1.Down = new VaultFault(status, "Some", inner);
        foreach (var call in Calls())
        {
            var e = await Assert.ThrowsAsync<VaultUnavailableException>(call);
            Assert.Contains(says, e.Message, StringComparison.Ordinal);
            Assert.DoesNotContain("top-secret-value", e.ToString(), StringComparison.Ordinal);
            Assert.DoesNotContain(FakeVault.Token, e.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_vault_that_is_not_there_is_unavailable()
    {
        await double1.DisposeAsync();
        foreach (var call in Calls())
            Assert.Contains("does not answer", (await Assert.ThrowsAsync<VaultUnavailableException>(call)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_identity_that_cannot_sign_in_is_told_so()
    {
        var client = VaultClients.Create(double1.Uri, new NoIdentity(), double1.Transport(), trustAnyChallenge: true);
        var e = await Assert.ThrowsAsync<VaultUnavailableException>(() => new KeyVault(client, _ => client).ReadAsync("doc", "1", None));
        Assert.Contains("check that the identity", e.Message, StringComparison.Ordinal);
        Assert.IsType<CredentialUnavailableException>(e.InnerException);
    }

    [Fact]
    public async Task A_vault_outside_azure_gets_no_token_by_default()
    {
        var client = VaultClients.Create(double1.Uri, double1.Credential, double1.Transport());
        await Assert.ThrowsAsync<InvalidOperationException>(() => new KeyVault(client, _ => client).ReadAsync("doc", "1", None));
        Assert.Empty(double1.Credential.Scopes);
    }

    [Fact]
    public async Task A_followed_secret_gives_its_newest_version_or_the_one_that_is_named()
    {
        var old = await vault.WriteAsync("theirs", "old", None);
        var now = await vault.WriteAsync("theirs", "new", None);
        var newest = await vault.FollowAsync(new Uri(double1.Uri, "/secrets/theirs"), None);
        Assert.Equal(("new", now), (newest!.Value.Reveal(), newest.Version));
        Assert.Equal("old", (await vault.FollowAsync(new Uri(double1.Uri, "/secrets/theirs/" + old), None))!.Value.Reveal());
        Assert.Null(await vault.FollowAsync(new Uri(double1.Uri, "/secrets/never"), None));
    }

    [Fact]
    public async Task A_secret_of_another_vault_is_followed_there()
    {
        await double2.Client().SetSecretAsync("theirs", "elsewhere");
        var address = new Uri("https://other.vault.azure.net/secrets/theirs");
        Assert.Equal("elsewhere", (await vault.FollowAsync(address, None))!.Value.Reveal());
        double2.Down = new VaultFault(403, "Forbidden", "ForbiddenByRbac");
        var e = await Assert.ThrowsAsync<VaultUnavailableException>(() => vault.FollowAsync(address, None));
        Assert.Contains("other.vault.azure.net refused: the identity lacks the role Key Vault Secrets User", e.Message, StringComparison.Ordinal);
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
    public async Task Only_secrets_of_key_vaults_are_followed(string address, bool can)
    {
        Assert.Equal(can, Uri.TryCreate(address, UriKind.Absolute, out var uri) && vault.CanFollow(uri));
        if (!can && uri is not null) await Assert.ThrowsAsync<VaultUnavailableException>(() => vault.FollowAsync(uri, None));
    }

    private Func<Task>[] Calls() =>
    [
        () => vault.WriteAsync("doc", Document, None), () => vault.ReadAsync("doc", "1", None), () => vault.RemoveAsync("doc", None),
    ];
}
