using TokenFunctions.Http.Audit;
using TokenFunctions.Http.Problems;

namespace TokenFunctions.Http.Transfer;

/// <summary>One thing of an import, and what is to be done about it.</summary>
/// <param name="Kind">What kind of thing.</param>
/// <param name="Deed">What the audit is told, and so its name.</param>
/// <param name="Planned">What comes of it.</param>
internal sealed record ImportStep(ImportKind Kind, Deed Deed, ImportResult Planned)
{
    /// <summary>Writes it, or says why not; null = there is nothing to write.</summary>
    public Func<Task<Problem?>>? WriteAsync { get; init; }

    /// <summary>The values that somebody has to send.</summary>
    public IReadOnlyList<string> Fields { get; init; } = [];
}
