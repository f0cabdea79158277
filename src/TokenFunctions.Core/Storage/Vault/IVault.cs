namespace TokenFunctions.Storage.Vault;

/// <summary>Where the values of secrets lie. A document is the JSON of a secret's fields.</summary>
/// <remarks>All throw <see cref="VaultUnavailableException"/> when the vault does not answer or refuses.</remarks>
public interface IVault
{
    /// <summary>The largest document, in characters (Key Vault: 25 KB a secret).</summary>
    const int MaxDocument = 25_000;

    /// <summary>Whether the documents lie sealed in the service's own store.</summary>
    bool IsInStore { get; }

    /// <summary>Writes a new version of the document under <paramref name="name"/>.</summary>
    /// <returns>That version's id.</returns>
    Task<string> WriteAsync(string name, string document, CancellationToken cancellationToken);

    /// <summary>Reads one version; null = it is not there.</summary>
    Task<string?> ReadAsync(string name, string version, CancellationToken cancellationToken);

    /// <summary>Removes all versions; nothing happens where there are none.</summary>
    Task RemoveAsync(string name, CancellationToken cancellationToken);

    /// <summary>Whether <paramref name="address"/> is an existing secret that this vault could follow.</summary>
    bool CanFollow(Uri address);

    /// <summary>Reads the newest version of an existing secret that is not ours; null = it is not there.</summary>
    Task<VaultValue?> FollowAsync(Uri address, CancellationToken cancellationToken);
}
