using TokenFunctions.Tokens;

namespace TokenFunctions.Storage;

/// <summary>A secret as an operator sends it.</summary>
/// <param name="Key">Its address.</param>
/// <param name="Fields">Its values.</param>
public sealed record SecretDraft(TokenKey Key, SecretFields Fields)
{
    /// <summary>An existing Key Vault secret to follow.</summary>
    public Uri? VaultSecret { get; init; }

    /// <summary>Whether the token is renewed although nobody asks for it.</summary>
    public bool KeepWarm { get; init; }

    /// <summary>When the credential itself ends, UTC.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Whether <paramref name="secret"/> already is what this draft makes, as far as it can be seen without
    /// the values.</summary>
    internal bool LooksAs(Secret secret) =>
        Fields.Names.SequenceEqual(secret.FieldNames, StringComparer.Ordinal)
        && string.Equals(VaultSecret?.AbsoluteUri, secret.VaultSecret?.AbsoluteUri, StringComparison.Ordinal)
        && KeepWarm == secret.KeepWarm
        && ExpiresAt == secret.ExpiresAt;

    /// <summary>The secret that this draft makes of <paramref name="old"/> (null = there was none), its values not yet
    /// in the vault and of another account than before.</summary>
    internal Secret Over(Secret? old, DateTimeOffset now)
    {
        var version = Versions.Next(old?.Version, now);
        return new Secret(Key, version)
        {
            IdentityVersion = version,
            FieldNames = Fields.Names,
            VaultSecret = VaultSecret,
            KeepWarm = KeepWarm,
            ExpiresAt = ExpiresAt,
            ExpiryNotice = old?.ExpiryNotice ?? ExpiryMemory.None,
            ExpiryLogged = old?.ExpiryLogged,
            CreatedAt = old?.CreatedAt ?? now,
            UpdatedAt = now,
            Newer = old?.Newer,
        };
    }
}
