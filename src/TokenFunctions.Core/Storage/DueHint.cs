using TokenFunctions.Tokens;

namespace TokenFunctions.Storage;

/// <summary>A hint that a token is due; the token's own row decides.</summary>
/// <param name="Key">Whose token.</param>
/// <param name="DueAt">From when, store time, UTC.</param>
/// <param name="ETag">The row's version in the store.</param>
/// <param name="Bucket">The minute under which it lies.</param>
public sealed record DueHint(TokenKey Key, DateTimeOffset DueAt, string ETag, string Bucket)
{
    /// <summary>Whether a hint for <paramref name="other"/> would lie in the same row.</summary>
    public bool IsInBucketOf(DateTimeOffset other) =>
        string.Equals(Bucket, DueAddress.Bucket(other), StringComparison.Ordinal);
}
