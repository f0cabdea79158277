using Microsoft.AspNetCore.Http;
using TokenFunctions.Http.Audit;
using TokenFunctions.Http.Endpoints;
using TokenFunctions.Http.Problems;

namespace TokenFunctions.Http.Transfer;

/// <summary>Takes the steps of an import, each one written down as the route of its kind does it.</summary>
internal sealed class ImportRun(AuditTrail audit)
{
    /// <summary>Takes one after the other, and none any more behind one that failed: what failed there, store or vault,
    /// fails the others too.</summary>
    public async Task<ImportReport> RunAsync(HttpContext context, IReadOnlyList<ImportStep> steps)
    {
        var outcomes = new List<ImportOutcome>();
        var hasFailed = false;
        foreach (var step in steps)
        {
            var outcome = hasFailed ? new ImportOutcome(step, ImportResult.Left) : await TakeAsync(context, step);
            hasFailed |= outcome.Result == ImportResult.Failed;
            outcomes.Add(outcome);
        }

        return new ImportReport(IsDryRun: false, outcomes);
    }

    private async Task<ImportOutcome> TakeAsync(HttpContext context, ImportStep step)
    {
        if (step.WriteAsync is not { } write) return new ImportOutcome(step, step.Planned);
        Problem? problem;
        try
        {
            problem = (await audit.RunAsync(context, step.Deed, () => AnswerAsync(write))).Problem;
        }
        catch (Exception e) when (ExceptionTable.Find(e) is not null)
        {
            problem = ExceptionTable.Find(e);
        }

        return problem is null
            ? new ImportOutcome(step, step.Planned)
            : new ImportOutcome(step, ImportResult.Failed, problem.Code);
    }

    private static async Task<Answer> AnswerAsync(Func<Task<Problem?>> write) =>
        await write() is { } problem ? problem : new Answer(StatusCodes.Status204NoContent);
}
