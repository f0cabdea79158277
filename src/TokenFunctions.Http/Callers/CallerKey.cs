using System.Security.Cryptography;

namespace TokenFunctions.Http.Callers;

/// <summary>One API key of a caller, as it is stored: never the key itself.</summary>
/// <param name="Id">What names the key in answers and in the audit; it tells nothing of the key.</param>
/// <param name="Hash">SHA-256 of the key's text. The key is 256 random bits, so a slow hash or a salt would add
/// nothing.</param>
/// <param name="CreatedAt">When it was made, store time.</param>
/// <param name="ExpiresAt">From when on it is refused, store time; null = never.</param>
public sealed record CallerKey(string Id, byte[] Hash, DateTimeOffset CreatedAt, DateTimeOffset? ExpiresAt)
{
    private const string IdCharacters = "0123456789abcdefghijklmnopqrstuvwxyz";
    private const int IdLength = 12;

    /// <summary>What is stored of a new key, under a random id.</summary>
    public static CallerKey Of(ApiKey key, DateTimeOffset createdAt, DateTimeOffset? expiresAt)
    {
        ArgumentNullException.ThrowIfNull(key);
        var id = RandomNumberGenerator.GetString(IdCharacters, IdLength);
        return new CallerKey(id, key.Hash, createdAt, expiresAt);
    }

    /// <summary>Whether it opens anything at that time.</summary>
    public bool IsLive(DateTimeOffset now) => !(ExpiresAt <= now);

    /// <summary>The id only.</summary>
    public override string ToString() => $"key {Id}";
}
