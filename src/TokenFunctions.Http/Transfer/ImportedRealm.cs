using TokenFunctions.Realms;

namespace TokenFunctions.Http.Transfer;

/// <summary>A realm of an import.</summary>
/// <param name="Pointer">Its place in the import.</param>
/// <param name="Definition">The realm.</param>
/// <param name="Plan">What it compiles to.</param>
internal sealed record ImportedRealm(string Pointer, RealmDefinition Definition, RealmPlan Plan)
{
    /// <summary>Its id.</summary>
    public string Id => Definition.Id;
}
