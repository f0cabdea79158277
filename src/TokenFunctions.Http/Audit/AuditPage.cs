namespace TokenFunctions.Http.Audit;

/// <summary>A part of the audit.</summary>
/// <param name="Entries">The entries, the newest first; may be empty although more follow.</param>
/// <param name="Next">Where to go on; null = there is nothing more.</param>
internal sealed record AuditPage(IReadOnlyList<AuditEntry> Entries, AuditMark? Next);
