using TokenFunctions.Http.Callers;
using TokenFunctions.Realms;
using TokenFunctions.Storage;
using TokenFunctions.Tokens;

namespace TokenFunctions.Http.Transfer;

/// <summary>What the store has of the things of an import.</summary>
/// <param name="Realms">All realms, by id.</param>
/// <param name="Secrets">All secrets, by address.</param>
/// <param name="Callers">All callers, by id.</param>
internal sealed record ImportStored(
    IReadOnlyDictionary<string, Realm> Realms, IReadOnlyDictionary<TokenKey, Secret> Secrets,
    IReadOnlyDictionary<string, Caller> Callers);
