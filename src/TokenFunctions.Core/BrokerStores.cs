using TokenFunctions.Registry;
using TokenFunctions.Storage;

namespace TokenFunctions;

/// <summary>What a <see cref="Broker"/> reads and writes.</summary>
/// <param name="Realms">The realms.</param>
/// <param name="Secrets">The secrets.</param>
/// <param name="Tokens">The tokens.</param>
/// <param name="Inputs">The pushed inputs.</param>
/// <param name="Quotas">The calls of whole realms.</param>
/// <param name="Due">The hints for the sweep.</param>
/// <param name="Used">Which tokens callers use.</param>
public sealed record BrokerStores(
    RealmCatalog Realms, SecretCatalog Secrets, TokenStore Tokens, InputStore Inputs, QuotaStore Quotas, DueStore Due,
    UsedStore Used);
