using TokenFunctions.Http.Callers;
using TokenFunctions.Realms;
using TokenFunctions.Storage;

namespace TokenFunctions.Http.Transfer;

/// <summary>What is carried out of a deployment.</summary>
/// <param name="Realms">The realms.</param>
/// <param name="Secrets">What is known of the secrets; their values are not.</param>
/// <param name="Callers">The callers; null = they were not asked for.</param>
internal sealed record TransferContent(
    IReadOnlyList<Realm> Realms, IReadOnlyList<Secret> Secrets, IReadOnlyList<Caller>? Callers);
