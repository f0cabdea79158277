using Microsoft.AspNetCore.Http;
using TokenFunctions.Http.Access.Limits;
using TokenFunctions.Http.Audit;
using TokenFunctions.Http.Endpoints;
using TokenFunctions.Http.Problems;

namespace TokenFunctions.Http.Access;

/// <summary>Lets a request on to its route, or refuses it before the route could tell that it exists.</summary>
internal sealed class AccessGate(
    RequestDelegate next, Authenticator authenticator, SourceReader sources, RequestLimits limits, RefusalCounts counts,
    AnswerWriter writer)
{
    public async Task InvokeAsync(HttpContext context)
    {
        context.Features.Set(sources.Read(context));
        var problem = await ServeAsync(context);
        if ((problem?.Code ?? context.RefusedWith()) is { } code) counts.Note(context, code);
        if (problem is not null) await writer.WriteAsync(context, problem);
    }

    private async Task<Problem?> ServeAsync(HttpContext context)
    {
        if (authenticator.RefuseForged(context.Request) is { } forged) return forged;
        var need = context.GetEndpoint()?.Metadata.GetMetadata<Need>() ?? Need.Key;
        if (need.Scope == Scope.Nothing)
        {
            await next(context);
            return null;
        }

        var (who, problem) = await authenticator.FindAsync(context);
        if (who is null) return problem;
        context.Features.Set(who);
        return limits.Enter(who) ?? await ServeAsync(context, who, need);
    }

    private async Task<Problem?> ServeAsync(HttpContext context, Requester who, Need need)
    {
        try
        {
            if (context.Refuse(need) is { } refused) return refused;
            await next(context);
            return null;
        }
        finally
        {
            limits.Leave(who);
        }
    }
}
