using Azure.Identity;
using Azure.Security.KeyVault.Secrets;
using TokenFunctions.Storage.Vault;
using TokenFunctions.Testing;
using TokenFunctions.Testing.Vault;

namespace TokenFunctions.AzureStorage.Tests.Secrets;

[Against("VaultDouble")]
public sealed class KeyVaultTests : IAsyncLifetime
{
    private const string Document = """{"key_2":"top-secret-value"}""";
    private FakeVault server = null!;
    private KeyVault vault = null!;

    private static CancellationToken None => CancellationToken.None;

    public async Task InitializeAsync()
    {
        server = await FakeVault.StartAsync();
        vault = new KeyVault(server.Client(), _ => server.Client());
    }

    public async Task DisposeAsync() => await server.DisposeAsync();

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
        KeyVaultSecret secret = await server.Client().GetSecretAsync("doc", version);
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
        server.Enable("doc", false);
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
        Assert.DoesNotContain(server.Log, line => line.Contains("purge", StringComparison.Ordinal) || line.StartsWith("DELETE /deletedsecrets", StringComparison.Ordinal));
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
        server.FailNext(new VaultFault(503, "ServiceUnavailable"), new VaultFault(429, "Throttled"));
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
        server.Down = new VaultFault(status, "Some", inner);
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
        await server.DisposeAsync();
        foreach (var call in Calls())
            Assert.Contains("does not answer", (await Assert.ThrowsAsync<VaultUnavailableException>(call)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_identity_that_cannot_sign_in_is_told_so()
    {
        var client = VaultClients.Create(server.Uri, new NoIdentity(), server.Transport(), trustAnyChallenge: true);
        var e = await Assert.ThrowsAsync<VaultUnavailableException>(() => new KeyVault(client, _ => client).ReadAsync("doc", "1", None));
        Assert.Contains("check that the identity", e.Message, StringComparison.Ordinal);
        Assert.IsType<CredentialUnavailableException>(e.InnerException);
    }

    [Fact]
    public async Task A_vault_outside_azure_gets_no_token_by_default()
    {
        var client = VaultClients.Create(server.Uri, server.Credential, server.Transport());
        await Assert.ThrowsAsync<InvalidOperationException>(() => new KeyVault(client, _ => client).ReadAsync("doc", "1", None));
        Assert.Empty(server.Credential.Scopes);
    }

    private Func<Task>[] Calls() =>
    [
        () => vault.WriteAsync("doc", Document, None), () => vault.ReadAsync("doc", "1", None), () => vault.RemoveAsync("doc", None),
    ];
}
