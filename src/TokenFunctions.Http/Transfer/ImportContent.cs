namespace TokenFunctions.Http.Transfer;

/// <summary>What an import holds, as far as it could be read.</summary>
/// <param name="Realms">The realms that compile, in the given order.</param>
/// <param name="Secrets">The secrets.</param>
/// <param name="Callers">The callers.</param>
internal sealed record ImportContent(
    IReadOnlyList<ImportedRealm> Realms, IReadOnlyList<ImportedSecret> Secrets, IReadOnlyList<ImportedCaller> Callers);
