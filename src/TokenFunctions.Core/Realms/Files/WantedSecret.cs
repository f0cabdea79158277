using TokenFunctions.Tokens;

namespace TokenFunctions.Realms.Files;

/// <summary>A secret as a file describes it, its values read from where the file says.</summary>
/// <param name="Key">Its key in the file's realm.</param>
/// <param name="Fields">Its own values; none where it only follows.</param>
public sealed record WantedSecret(string Key, SecretFields Fields)
{
    /// <summary>An existing Key Vault secret to follow; null = none.</summary>
    public Uri? VaultSecret { get; init; }

    /// <summary>Whether the token is renewed although nobody asks for it.</summary>
    public bool KeepWarm { get; init; }

    /// <summary>When the credential itself ends, UTC; null = not known.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }
}
