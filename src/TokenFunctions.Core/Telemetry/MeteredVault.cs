using TokenFunctions.Storage.Vault;

namespace TokenFunctions.Telemetry;

/// <summary>A vault that tells how long it takes, whatever vault it is.</summary>
/// <param name="vault">The vault.</param>
/// <param name="metrics">Gets the figures.</param>
public sealed class MeteredVault(IVault vault, FlowMetrics metrics) : IVault
{
    private readonly VaultMetrics told = metrics.Vaults;

    /// <inheritdoc/>
    public bool IsInStore => vault.IsInStore;

    /// <inheritdoc/>
    public Task<string> WriteAsync(string name, string document, CancellationToken cancellationToken) => told.IsHeard
        ? told.WatchAsync("write", () => vault.WriteAsync(name, document, cancellationToken), _ => CallOutcome.Ok)
        : vault.WriteAsync(name, document, cancellationToken);

    /// <inheritdoc/>
    public Task<string?> ReadAsync(string name, string version, CancellationToken cancellationToken) => told.IsHeard
        ? told.WatchAsync("read", () => vault.ReadAsync(name, version, cancellationToken), CallOutcome.Of)
        : vault.ReadAsync(name, version, cancellationToken);

    /// <inheritdoc/>
    public Task RemoveAsync(string name, CancellationToken cancellationToken) => told.IsHeard
        ? told.WatchAsync("remove", () => RemovedAsync(name, cancellationToken), _ => CallOutcome.Ok)
        : vault.RemoveAsync(name, cancellationToken);

    /// <inheritdoc/>
    public bool CanFollow(Uri address) => vault.CanFollow(address);

    /// <inheritdoc/>
    public Task<VaultValue?> FollowAsync(Uri address, CancellationToken cancellationToken) => told.IsHeard
        ? told.WatchAsync("follow", () => vault.FollowAsync(address, cancellationToken), CallOutcome.Of)
        : vault.FollowAsync(address, cancellationToken);

    private async Task<bool> RemovedAsync(string name, CancellationToken cancellationToken)
    {
        await vault.RemoveAsync(name, cancellationToken);
        return true;
    }
}
