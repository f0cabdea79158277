using System.Text.Json;
using Microsoft.AspNetCore.Http;
using TokenFunctions.Http.Access;
using TokenFunctions.Http.Health;
using TokenFunctions.Http.Problems;
using TokenFunctions.Storage;

namespace TokenFunctions.Http.Endpoints;

/// <summary>Live: the process answers. Ready: tokens can be served. Both for everybody, so they say nothing more; how
/// each part is, is for administrators.</summary>
internal sealed class HealthEndpoints(HealthBoard board, AdminSight admins, StoreClock clock)
{
    public static Task<Answer> Root(HttpContext context) =>
        Task.FromResult(new Answer(200) { Text = Product.Name });

    public static Task<Answer> Live(HttpContext context) => Task.FromResult(Say("live"));

    public async Task<Answer> ReadyAsync(HttpContext context)
    {
        var report = await board.ReadAsync(context.RequestAborted);
        if (report.Failed is { } failed) return NotReady(failed);
        return Say(report.IsDegraded ? "degraded" : "ready");
    }

    public async Task<Answer> SummaryAsync(HttpContext context)
    {
        var report = await board.ReadAsync(context.RequestAborted);
        var isAdmin = await admins.IsAdminAsync(context);
        if (report.Failed is { } failed)
            return NotReady(failed) with { More = isAdmin ? WriteParts : null };
        return Answer.Ok(w =>
        {
            w.WriteStartObject();
            w.WriteString("status", isAdmin && report.IsDegraded ? "degraded" : "ok");
            w.WriteBoolean("live", true);
            w.WriteBoolean("ready", true);
            if (isAdmin) WriteParts(w);
            w.WriteEndObject();
        });

        void WriteParts(Utf8JsonWriter writer) => HealthJson.WriteParts(writer, report, clock.Now);
    }

    private static Answer Say(string status) => Answer.Ok(w =>
    {
        w.WriteStartObject();
        w.WriteString("status", status);
        w.WriteEndObject();
    });

    private static Problem NotReady(HealthPart failed) =>
        FailureTable.Problem(failed.FailsAs, $"The service lives, but its {failed.Name} does not answer.");
}
