namespace TokenFunctions.Storage.Sealing;

/// <summary>One key that is known from the start: from a setting or a file.</summary>
public sealed class FixedSealingKeys(SealingKey key) : ISealingKeys
{
    private readonly SealingKey[] all = [key];

    /// <inheritdoc/>
    public ValueTask<SealingKey> GetActiveAsync(CancellationToken cancellationToken) => new(key);

    /// <inheritdoc/>
    public ValueTask<SealingKey?> FindAsync(string id, CancellationToken cancellationToken) =>
        new(string.Equals(id, key.Id, StringComparison.Ordinal) ? key : null);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<SealingKey>> ListAsync(CancellationToken cancellationToken) => new(all);
}
