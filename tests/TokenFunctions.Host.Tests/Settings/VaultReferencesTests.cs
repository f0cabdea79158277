using static TokenFunctions.Host.Tests.Settings.Given;

namespace TokenFunctions.Host.Tests.Settings;

/// <summary>A Key Vault reference that the platform did not resolve is no key: its text can be guessed.</summary>
public sealed class VaultReferencesTests
{
    private const string Reference = "@Microsoft.KeyVault(SecretUri=https://kv-abc.vault.azure.net/secrets/tokenfunctions-admin-key)";

    [Theory]
    [InlineData("TokenFunctions__AdminKey", Reference)]
    [InlineData("TokenFunctions__AdminKey", " @microsoft.keyvault(VaultName=kv-abc;SecretName=key)")]
    [InlineData("TokenFunctions__SealingKey", Reference)]
    public void One_that_was_not_resolved_stops_the_start(string name, string value)
    {
        var fault = Fault((name, value));

        Assert.Contains($"{name} is a Key Vault reference that the platform did not resolve", fault, StringComparison.Ordinal);
        Assert.DoesNotContain("kv-abc", fault, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_key_that_looks_a_little_like_one_is_taken() =>
        Assert.NotNull(Read(("TokenFunctions__AdminKey", "@Microsoft.KeyVault-0123456789")).AdminKey);
}
