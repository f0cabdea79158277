using TokenFunctions.Storage.Formats;
using TokenFunctions.Tokens;

namespace TokenFunctions.Storage;

/// <summary>What is known of a credential without its values.</summary>
/// <param name="Key">Its address.</param>
/// <param name="Version">Grows with every change.</param>
public sealed record Secret(TokenKey Key, long Version)
{
    /// <summary>Grows when a field that the realm calls <c>identity</c> changes: it is another account then.</summary>
    public long IdentityVersion { get; init; }

    /// <summary>The document's name in the vault; null = there never was one.</summary>
    public string? VaultName { get; init; }

    /// <summary>The document's version in the vault; null = all values come from <see cref="VaultSecret"/>.</summary>
    public string? VaultVersion { get; init; }

    /// <summary>The names of the fields that were sent.</summary>
    public IReadOnlyList<string> FieldNames { get; init; } = [];

    /// <summary>An existing Key Vault secret whose newest version is followed.</summary>
    public Uri? VaultSecret { get; init; }

    /// <summary>Whether the token is renewed although nobody asks for it.</summary>
    public bool KeepWarm { get; init; }

    /// <summary>When the credential itself ends, UTC; null = not known.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>The notice that it is about to expire.</summary>
    public ExpiryMemory ExpiryNotice { get; init; } = ExpiryMemory.None;

    /// <summary>The end that the log was told of, UTC; null = of none.</summary>
    public DateTimeOffset? ExpiryLogged { get; init; }

    /// <summary>When it was made, store time, UTC.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was last changed, store time, UTC.</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>The row's version in the store.</summary>
    public string? ETag { get; init; }

    /// <summary>The version that is being removed; null = none, and so is any but <see cref="Version"/>: a release that
    /// does not know this cell has saved over it.</summary>
    internal long? Leaving { get; init; }

    /// <summary>Whether its removal has begun: its values may be gone, and its name in the vault is never used
    /// again.</summary>
    internal bool IsLeaving => Leaving == Version;

    /// <summary>What a newer release put into its row; null = nothing.</summary>
    internal NewerCells? Newer { get; init; }
}
