using TokenFunctions.Realms;

namespace TokenFunctions.Http.Access;

/// <summary>What was found of a realm that its sender may save.</summary>
/// <param name="Errors">All faults; empty = it can be saved.</param>
internal sealed record RealmFinding(IReadOnlyList<RealmError> Errors)
{
    public bool IsValid => Errors.Count == 0;
}
