using TokenFunctions.Storage.Vault;
using TokenFunctions.Tokens;

namespace TokenFunctions.Http.Tests.App;

/// <summary>A vault that also follows the secrets of one address.</summary>
/// <param name="own">Keeps the values.</param>
/// <param name="isInStore">Whether it says that they lie in the store.</param>
internal sealed class FollowingVault(IVault own, bool isInStore) : IVault
{
    public bool IsInStore => isInStore;

    public Task<string> WriteAsync(string name, string document, CancellationToken cancellationToken) =>
        own.WriteAsync(name, document, cancellationToken);

    public Task<string?> ReadAsync(string name, string version, CancellationToken cancellationToken) =>
        own.ReadAsync(name, version, cancellationToken);

    public Task RemoveAsync(string name, CancellationToken cancellationToken) => own.RemoveAsync(name, cancellationToken);

    public bool CanFollow(Uri address) => address.Host == "mine.vault.azure.net";

    public Task<VaultValue?> FollowAsync(Uri address, CancellationToken cancellationToken) =>
        Task.FromResult<VaultValue?>(new VaultValue(new SecretText("followed"), "1"));
}
