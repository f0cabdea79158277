using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Security.KeyVault.Secrets;

namespace TokenFunctions.AzureStorage;

/// <summary>Makes clients of Key Vaults that give up within seconds, since callers of tokens are waiting.</summary>
public static class VaultClients
{
    /// <summary>A client of the vault at <paramref name="vault"/>.</summary>
    /// <param name="vault">The vault, such as <c>https://NAME.vault.azure.net</c>.</param>
    /// <param name="credential">The identity; it needs the role Key Vault Secrets Officer, for vaults that are only
    /// followed Key Vault Secrets User.</param>
    /// <param name="transport">What carries the requests; null = the default. For tests.</param>
    /// <param name="trustAnyChallenge">Whether a vault outside Azure's domains may ask for a token. For tests only: it
    /// lets whoever answers have one.</param>
    public static SecretClient Create(
        Uri vault, TokenCredential credential, HttpPipelineTransport? transport = null, bool trustAnyChallenge = false)
    {
        var options = new SecretClientOptions
        {
            DisableChallengeResourceVerification = trustAnyChallenge,
            Retry =
            {
                Mode = RetryMode.Exponential,
                MaxRetries = 2,
                Delay = TimeSpan.FromMilliseconds(200),
                MaxDelay = TimeSpan.FromSeconds(1),
                NetworkTimeout = TimeSpan.FromSeconds(4),
            },
        };
        if (transport is not null) options.Transport = transport;
        return new SecretClient(vault, credential, options);
    }
}
