using TokenFunctions.Composition;
using TokenFunctions.Realms;
using TokenFunctions.Storage;
using TokenFunctions.Storage.Sealing;
using TokenFunctions.Storage.Tables;

namespace TokenFunctions.Client.Embedded;

/// <summary>Checked <see cref="EmbeddedOptions"/>: nothing in it is wrong.</summary>
/// <param name="Realms">The realms; each compiles.</param>
/// <param name="Secrets">The secrets, each of one of the realms.</param>
/// <param name="Flow">What is set of the flow.</param>
/// <param name="Tables">The store.</param>
/// <param name="Keys">What its values are sealed with.</param>
internal sealed record EmbeddedPlan(
    IReadOnlyList<RealmDefinition> Realms, IReadOnlyList<SecretDraft> Secrets, FlowSettings Flow, ITables Tables,
    ISealingKeys Keys);
