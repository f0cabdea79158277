using TokenFunctions.Realms;
using TokenFunctions.Storage;
using TokenFunctions.Tokens;

namespace TokenFunctions.Renewals;

/// <summary>All that an attempt needs, read anew under its lease.</summary>
internal sealed record Prepared(Realm Realm, RealmPlan Plan, Secret Secret, SecretFields Fields);
