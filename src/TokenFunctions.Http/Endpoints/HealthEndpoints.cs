using Microsoft.AspNetCore.Http;
using TokenFunctions.Http.Problems;
using TokenFunctions.Tokens;

namespace TokenFunctions.Http.Endpoints;

/// <summary>Live: the process answers. Ready: its store does too. Both for everybody, so
/// they say nothing more.</summary>
internal sealed class HealthEndpoints(StoreProbe probe)
{
    public static Task<Answer> Root(HttpContext context) =>
        Task.FromResult(new Answer(200) { Text = "TokenFunctions" });

    public static Task<Answer> Live(HttpContext context) => Task.FromResult(Say("live"));

    public async Task<Answer> ReadyAsync(HttpContext context) =>
        await probe.AnswersAsync(context.RequestAborted) ? Say("ready") : NotReady();

    public async Task<Answer> SummaryAsync(HttpContext context) =>
        await probe.AnswersAsync(context.RequestAborted)
            ? Answer.Ok(w =>
            {
                w.WriteStartObject();
                w.WriteString("status", "ok");
                w.WriteBoolean("live", true);
                w.WriteBoolean("ready", true);
                w.WriteEndObject();
            })
            : NotReady();

    private static Answer Say(string status) => Answer.Ok(w =>
    {
        w.WriteStartObject();
        w.WriteString("status", status);
        w.WriteEndObject();
    });

    private static Problem NotReady() =>
        FailureTable.Problem(FailureKind.StoreUnavailable, "The service lives, but its store does not answer.");
}
