using TokenFunctions.Storage.Vault;
using TokenFunctions.Tokens;

namespace TokenFunctions.Http.Health;

/// <summary>Whether a vault that is not the store itself answers and lets the app in.</summary>
public static class VaultHealth
{
    // A name and a version that no document has: the vault says so only to who may read.
    private const string NoName = "tokenfunctions-health";
    private const string NoVersion = "00000000000000000000000000000000";

    /// <summary>The check. Living tokens are served without the vault, only renewals wait for it; each look is a call
    /// that is paid for, so a finding is kept for half a minute.</summary>
    public static HealthCheck Of(IVault vault) =>
        new("vault", async cancellationToken =>
        {
            await vault.ReadAsync(NoName, NoVersion, cancellationToken);
            return HealthFinding.Ok;
        })
        {
            WhenSilent = HealthState.Degraded,
            FailsAs = FailureKind.VaultUnavailable,
            MaxAge = TimeSpan.FromSeconds(30),
        };
}
