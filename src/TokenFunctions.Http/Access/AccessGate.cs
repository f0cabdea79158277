using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using TokenFunctions.Http.Endpoints;
using TokenFunctions.Http.Problems;

namespace TokenFunctions.Http.Access;

/// <summary>Lets a request on to its route, or answers 401 or 403 before the route could tell that it exists.</summary>
internal sealed class AccessGate(RequestDelegate next, AccessRules rules, AnswerWriter writer)
{
    private readonly AdminKeyCheck? adminKey = rules.AdminKey is { } key ? new AdminKeyCheck(key) : null;

    public Task InvokeAsync(HttpContext context) =>
        Refuse(context) is { } problem ? writer.WriteAsync(context, problem) : next(context);

    private Problem? Refuse(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is not null) return null;
        if (adminKey is not null) return adminKey.Allows(context.Request) ? null : AccessProblem.Unauthorized();
        if (rules.TrustFunctionKeys) return null;
        return rules.RequireLoopbackGuard ? LoopbackGuard.Refuse(context) : AccessProblem.Unauthorized();
    }
}
