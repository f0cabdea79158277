using Microsoft.AspNetCore.Http;
using TokenFunctions.Http.Access.Limits;
using TokenFunctions.Http.Audit;
using TokenFunctions.Http.Endpoints;
using TokenFunctions.Http.Problems;

namespace TokenFunctions.Http.Access;

/// <summary>Lets a request on to its route, or refuses it before the route could tell that it exists.</summary>
/// <remarks>Where nothing has to be waited for, nothing is made for a waiting.</remarks>
internal sealed class AccessGate(
    RequestDelegate next, Authenticator authenticator, SourceReader sources, RequestLimits limits, RefusalCounts counts,
    AnswerWriter writer)
{
    public Task InvokeAsync(HttpContext context)
    {
        var access = new RequestAccess(context, sources);
        context.Features[typeof(RequestAccess)] = access;
        if (authenticator.RefuseForged(context.Request) is { } forged) return RefuseAsync(context, forged);
        var need = context.GetEndpoint()?.Metadata.GetMetadata<Need>() ?? Need.Key;
        if (need.Scope == Scope.Nothing) return ServeAsync(context, access, need, share: null);
        var finding = authenticator.FindAsync(context);
        return finding.IsCompletedSuccessfully
            ? AdmitAsync(context, access, need, finding.GetAwaiter().GetResult())
            : WaitAsync(context, access, need, finding);
    }

    private async Task WaitAsync(HttpContext context, RequestAccess access, Need need, ValueTask<Finding> finding) =>
        await AdmitAsync(context, access, need, await finding);

    private Task AdmitAsync(HttpContext context, RequestAccess access, Need need, Finding finding)
    {
        if (finding.Who is not { } who) return RefuseAsync(context, finding.Problem ?? AccessProblem.Unauthorized());
        access.Requester = who;
        return limits.Enter(who, out var share) is { } wait
            ? RefuseAsync(context, wait)
            : ServeAsync(context, access, need, share);
    }

    private Task ServeAsync(HttpContext context, RequestAccess access, Need need, CallerShare? share)
    {
        Task serving;
        try
        {
            serving = context.Refuse(need) is { } refused ? writer.WriteAsync(context, refused) : next(context);
        }
        catch
        {
            End(context, access, share);
            throw;
        }

        if (!serving.IsCompletedSuccessfully) return FinishAsync(context, access, serving, share);
        End(context, access, share);
        return serving;
    }

    private async Task FinishAsync(HttpContext context, RequestAccess access, Task serving, CallerShare? share)
    {
        try
        {
            await serving;
        }
        finally
        {
            End(context, access, share);
        }
    }

    // Also where the answer could not be sent: who asks for what it may not have and leaves is counted too.
    private void End(HttpContext context, RequestAccess access, CallerShare? share)
    {
        share?.Leave();
        if (access.RefusedWith is { } code) counts.Note(context, code);
    }

    private Task RefuseAsync(HttpContext context, Problem problem)
    {
        counts.Note(context, problem.Code);
        return writer.WriteAsync(context, problem);
    }
}
