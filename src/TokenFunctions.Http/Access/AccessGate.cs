using Microsoft.AspNetCore.Http;
using TokenFunctions.Http.Endpoints;
using TokenFunctions.Http.Problems;

namespace TokenFunctions.Http.Access;

/// <summary>Lets a request on to its route, or answers 401 or 403 before the route could tell that it exists.</summary>
internal sealed class AccessGate(RequestDelegate next, Authenticator authenticator, AnswerWriter writer)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (await RefuseAsync(context) is { } problem) await writer.WriteAsync(context, problem);
        else await next(context);
    }

    private async ValueTask<Problem?> RefuseAsync(HttpContext context)
    {
        var need = context.GetEndpoint()?.Metadata.GetMetadata<Need>() ?? Need.Key;
        if (need.Scope == Scope.Nothing) return null;
        var (who, problem) = await authenticator.FindAsync(context);
        if (who is null) return problem;
        context.Features.Set(who);
        return context.Refuse(need);
    }
}
