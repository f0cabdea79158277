using TokenFunctions.Storage.Vault;
using TokenFunctions.Storage.Watching;

namespace TokenFunctions.AzureStorage;

/// <summary>Calls to one vault, each bounded in time, whose failures become
/// <see cref="VaultUnavailableException"/>.</summary>
/// <param name="host">The vault's host, for the sentences.</param>
/// <param name="role">The role that the calls need.</param>
/// <param name="watch">Is told how each call ended; null = nobody is.</param>
internal sealed class VaultCalls(string host, string role, VaultWatch? watch = null)
{
    // Bounds all tries together, also where the vault asks for more patience than our callers have.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    /// <exception cref="VaultUnavailableException">The vault did not answer, or refused.</exception>
    public async Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Limit);
        try
        {
            var result = await call(limit.Token);
            watch?.Worked(host);
            return result;
        }
        catch (Exception e) when (VaultFailure.IsOfVault(e, cancellationToken))
        {
            var fault = new VaultUnavailableException(VaultFailure.Sentence(e, host, role), e);
            watch?.Failed(host, fault);
            throw fault;
        }
    }
}
