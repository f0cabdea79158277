using TokenFunctions.Storage;
using TokenFunctions.Tokens;

namespace TokenFunctions.Http.Transfer;

/// <summary>What an import tells of a secret.</summary>
/// <param name="Pointer">Its place in the import.</param>
/// <param name="Key">Its address.</param>
/// <param name="FieldNames">The names of its own values, which are not there.</param>
internal sealed record ImportedSecret(string Pointer, TokenKey Key, IReadOnlyList<string> FieldNames)
{
    /// <summary>Whether its token is renewed although nobody asks for it.</summary>
    public bool KeepWarm { get; init; }

    /// <summary>When the credential itself ends or ended, UTC; null = not known.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>The Key Vault secret that it follows; null = none.</summary>
    public Uri? VaultSecret { get; init; }

    /// <summary>Whether it can be stored without anybody sending a value.</summary>
    public bool NeedsNoValues => VaultSecret is not null && FieldNames.Count == 0;

    /// <summary>What is stored of it.</summary>
    public SecretDraft Draft => new(Key, SecretFields.None)
    {
        KeepWarm = KeepWarm,
        ExpiresAt = ExpiresAt,
        VaultSecret = VaultSecret,
    };

    /// <summary>Whether the stored one is alike, as far as it can be seen without values.</summary>
    public bool IsLike(Secret stored) =>
        FieldNames.Order(StringComparer.Ordinal)
            .SequenceEqual(stored.FieldNames.Order(StringComparer.Ordinal), StringComparer.Ordinal)
        && KeepWarm == stored.KeepWarm
        && ExpiresAt == stored.ExpiresAt
        && string.Equals(VaultSecret?.AbsoluteUri, stored.VaultSecret?.AbsoluteUri, StringComparison.Ordinal);
}
