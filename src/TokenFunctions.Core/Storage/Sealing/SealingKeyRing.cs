namespace TokenFunctions.Storage.Sealing;

/// <summary>The active key with further ones that only open: those that sealed before it, or the one that is to seal
/// after it and must be known everywhere first.</summary>
/// <param name="newest">Where the active key is.</param>
/// <param name="older">The keys that only open, in any order, each under an id of its own.</param>
public sealed class SealingKeyRing(ISealingKeys newest, IReadOnlyList<SealingKey> older) : ISealingKeys
{
    private readonly Dictionary<string, SealingKey> opening =
        older.ToDictionary(key => key.Id, StringComparer.Ordinal);

    /// <inheritdoc/>
    public ValueTask<SealingKey> GetActiveAsync(CancellationToken cancellationToken) =>
        newest.GetActiveAsync(cancellationToken);

    // The keys at hand first: a vault need not be asked for an id that it cannot have.
    /// <inheritdoc/>
    public ValueTask<SealingKey?> FindAsync(string id, CancellationToken cancellationToken) =>
        opening.TryGetValue(id, out var key) ? new(key) : newest.FindAsync(id, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<SealingKey>> ListAsync(CancellationToken cancellationToken) =>
        [.. await newest.ListAsync(cancellationToken), .. older];
}
