using TokenFunctions.Storage.Vault;

namespace TokenFunctions.AzureStorage;

/// <summary>Calls to one vault, each bounded in time, whose failures become
/// <see cref="VaultUnavailableException"/>.</summary>
/// <param name="host">The vault's host, for the sentences.</param>
/// <param name="role">The role that the calls need.</param>
internal sealed class VaultCalls(string host, string role)
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
            return await call(limit.Token);
        }
        catch (Exception e) when (VaultFailure.IsOfVault(e, cancellationToken))
        {
            throw new VaultUnavailableException(VaultFailure.Sentence(e, host, role), e);
        }
    }
}
