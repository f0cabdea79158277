using System.Diagnostics.CodeAnalysis;

namespace TokenFunctions.Realms.Drafting;

/// <summary>A draft, or why a curl line cannot be read.</summary>
/// <param name="Draft">The draft; null when there is a fault.</param>
/// <param name="Fault">A sentence that shows nothing of the line but names of options.</param>
public sealed record DraftReading(RealmDraft? Draft, string? Fault)
{
    /// <summary>Whether there is a draft.</summary>
    [MemberNotNullWhen(true, nameof(Draft))]
    [MemberNotNullWhen(false, nameof(Fault))]
    public bool IsDrafted => Draft is not null;
}
