using Microsoft.AspNetCore.Http;
using TokenFunctions.Http.Input;
using TokenFunctions.Http.Problems;
using TokenFunctions.Http.Transfer;

namespace TokenFunctions.Http.Endpoints;

/// <summary>Takes in what another deployment has exported: nothing if anything of it is wrong.</summary>
internal sealed class ImportEndpoint(
    ImportReader reader, TransferStore store, ImportChecks checks, ImportPlanner planner, ImportRun run)
{
    private static readonly string[] Known = ["dry_run", "replace"];

    public async Task<Answer> TakeAsync(HttpContext context)
    {
        var fault = new FirstFault();
        var query = new Query(context.Request, Known, fault);
        var isDryRun = query.Flag("dry_run") ?? false;
        var replaces = query.Flag("replace") ?? false;
        Precondition.None(context.Request, fault);
        if (fault.Problem is { } problem) return problem;
        var body = await BodyReader.RequireAsync(context, BodyLimits.Import);
        if (body.HasFailed) return body.Problem;
        using var json = body.Value!;
        var faults = new ImportFaults();
        var content = reader.Read(json.RootElement, faults);
        var stored = await store.ReadAsync(context.RequestAborted);
        await checks.FindAsync(content, stored, faults);
        if (faults.All.Count > 0) return ImportProblem.Invalid(faults.All);
        if (await checks.RefuseAsync(context, content) is { } refused) return refused;
        var differing = new ImportFaults();
        var steps = planner.Plan(content, stored, differing);
        if (!replaces && differing.All.Count > 0) return ImportProblem.Conflict(differing.All);
        return Show(isDryRun ? ImportReport.Planned(steps) : await run.RunAsync(context, steps));
    }

    private static Answer Show(ImportReport report) => report.IsWhole
        ? Answer.Ok(writer => ImportReportJson.Write(writer, report))
        : ImportProblem.Incomplete(report);
}
