using TokenFunctions.Realms;

namespace TokenFunctions.Registry;

/// <summary>A stored realm and its plan.</summary>
/// <param name="Realm">The realm.</param>
/// <param name="Plan">Its plan; null = this release cannot read the stored config.</param>
public sealed record RealmEntry(Realm Realm, RealmPlan? Plan);
