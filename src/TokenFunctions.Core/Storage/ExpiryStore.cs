using TokenFunctions.Storage.Tables;
using TokenFunctions.Tokens;

namespace TokenFunctions.Storage;

/// <summary>What was told of the ends of secrets, in their rows of the table <c>secrets</c>.</summary>
public sealed class ExpiryStore(ITables tables)
{
    private readonly ITable table = tables.Open("secrets");

    /// <summary>Reads a secret with its memory; null = there is none.</summary>
    public async Task<Secret?> FindAsync(TokenKey key, CancellationToken cancellationToken) =>
        await table.GetAsync(SecretRow.Address(key), cancellationToken) is { } row ? SecretRow.Read(row) : null;

    /// <summary>Writes a memory in place of the secret as it was read. The secret's version stays, so that no token
    /// becomes due by it.</summary>
    /// <returns>The secret as written; null = it was changed or removed meanwhile.</returns>
    public async Task<Secret?> TrySaveAsync(Secret secret, ExpiryMemory memory, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(secret);
        var saved = secret with { ExpiryNotice = memory };
        var result = await table.ReplaceAsync(SecretRow.Write(saved), secret.ETag!, cancellationToken);
        return result.Written ? saved with { ETag = result.ETag } : null;
    }
}
