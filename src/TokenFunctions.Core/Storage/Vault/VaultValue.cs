using TokenFunctions.Tokens;

namespace TokenFunctions.Storage.Vault;

/// <summary>A followed secret's value and the version that it has.</summary>
/// <param name="Value">The value.</param>
/// <param name="Version">The vault's name of the version.</param>
public sealed record VaultValue(SecretText Value, string Version);
