using TokenFunctions.Storage.Vault;

namespace TokenFunctions.Core.Tests.Flow.Doubles;

/// <summary>A vault that can be down.</summary>
internal sealed class WatchedVault(IVault inner) : IVault
{
    public bool Down { get; set; }

    /// <summary>What happens after the next write, before its answer.</summary>
    public Action? AfterWrite { get; set; }

    public bool IsInStore => inner.IsInStore;

    public async Task<string> WriteAsync(string name, string document, CancellationToken cancellationToken)
    {
        Check();
        var version = await inner.WriteAsync(name, document, cancellationToken);
        AfterWrite?.Invoke();
        return version;
    }

    public Task<string?> ReadAsync(string name, string version, CancellationToken cancellationToken)
    {
        Check();
        return inner.ReadAsync(name, version, cancellationToken);
    }

    public Task RemoveAsync(string name, CancellationToken cancellationToken)
    {
        Check();
        return inner.RemoveAsync(name, cancellationToken);
    }

    public bool CanFollow(Uri address) => inner.CanFollow(address);

    public Task<VaultValue?> FollowAsync(Uri address, CancellationToken cancellationToken) => inner.FollowAsync(address, cancellationToken);

    private void Check()
    {
        if (Down) throw new VaultUnavailableException();
    }
}
