namespace TokenFunctions.Http.Transfer;

/// <summary>What an import did.</summary>
/// <param name="IsDryRun">Whether it only says what would be done.</param>
/// <param name="Outcomes">What came of each thing, in the order in which they were taken.</param>
internal sealed record ImportReport(bool IsDryRun, IReadOnlyList<ImportOutcome> Outcomes)
{
    /// <summary>Whether it came to its end.</summary>
    public bool IsWhole => Outcomes.All(outcome => outcome.Result is not (ImportResult.Failed or ImportResult.Left));

    /// <summary>What would be done.</summary>
    public static ImportReport Planned(IEnumerable<ImportStep> steps) =>
        new(IsDryRun: true, [.. steps.Select(step => new ImportOutcome(step, step.Planned))]);
}
