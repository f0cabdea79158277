namespace TokenFunctions.Testing.Vault;

/// <summary>A failure that <see cref="FakeVault"/> answers with instead of doing its work.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">The error's code.</param>
/// <param name="InnerCode">The inner error's code, such as <c>ForbiddenByRbac</c>.</param>
public sealed record VaultFault(int Status, string Code, string? InnerCode = null);
