using System.Diagnostics.CodeAnalysis;

namespace TokenFunctions.Realms;

/// <summary>A plan, or every fault of the config.</summary>
/// <param name="Plan">The plan; null when there are errors.</param>
/// <param name="Errors">All errors at once; empty when there is a plan.</param>
public sealed record RealmCompilation(RealmPlan? Plan, IReadOnlyList<RealmError> Errors)
{
    /// <summary>Whether the config can be run.</summary>
    [MemberNotNullWhen(true, nameof(Plan))]
    public bool IsValid => Plan is not null;
}
