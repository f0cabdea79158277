namespace TokenFunctions.Caching;

/// <summary>What a <see cref="TokenCache"/> may hold.</summary>
public sealed record CacheLimits
{
    /// <summary>The most memory for tokens, in bytes, about; the least used ones go first.</summary>
    public long MaxBytes { get; init; } = 64 * 1024 * 1024;
}
