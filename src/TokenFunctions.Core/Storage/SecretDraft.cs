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
}
