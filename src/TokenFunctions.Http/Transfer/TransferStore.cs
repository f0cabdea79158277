using TokenFunctions.Http.Callers;
using TokenFunctions.Realms;
using TokenFunctions.Storage;

namespace TokenFunctions.Http.Transfer;

/// <summary>Reads all that can be carried from one deployment to another.</summary>
internal sealed class TransferStore(RealmStore realms, SecretStore secrets, CallerStore callers)
{
    /// <summary>What is stored; null = there is no such realm.</summary>
    /// <param name="realm">Only this realm and its secrets; null = all.</param>
    /// <param name="withCallers">Whether the callers are wanted.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<TransferContent?> ReadAsync(
        string? realm, bool withCallers, CancellationToken cancellationToken)
    {
        IReadOnlyList<Realm> found = realm is null
            ? await realms.ListAsync(cancellationToken)
            : await realms.FindAsync(realm, cancellationToken) is { } one ? [one] : [];
        if (realm is not null && found.Count == 0) return null;
        return new TransferContent(
            found,
            await secrets.ListAsync(realm, cancellationToken),
            withCallers ? await callers.ListAsync(cancellationToken) : null);
    }

    /// <summary>What is stored, to compare an import with.</summary>
    public async Task<ImportStored> ReadAsync(CancellationToken cancellationToken)
    {
        var all = (await ReadAsync(realm: null, withCallers: true, cancellationToken))!;
        return new ImportStored(
            all.Realms.ToDictionary(realm => realm.Id, StringComparer.Ordinal),
            all.Secrets.ToDictionary(secret => secret.Key),
            all.Callers!.ToDictionary(caller => caller.Id, StringComparer.Ordinal));
    }
}
