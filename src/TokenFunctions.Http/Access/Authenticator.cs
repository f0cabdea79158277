using Microsoft.AspNetCore.Http;
using TokenFunctions.Http.Problems;

namespace TokenFunctions.Http.Access;

/// <summary>Finds out who sent a request.</summary>
internal sealed class Authenticator(AccessRules rules)
{
    private readonly AdminKeyCheck? adminKey = rules.AdminKey is { } key ? new AdminKeyCheck(key) : null;

    /// <summary>Who sent it, or why nobody is served.</summary>
    public ValueTask<(Requester? Who, Problem? Problem)> FindAsync(HttpContext context) => new(Find(context));

    private (Requester? Who, Problem? Problem) Find(HttpContext context)
    {
        if (adminKey is not null)
            return adminKey.Allows(context.Request) ? (Requester.Operator, null) : (null, AccessProblem.Unauthorized());
        if (rules.TrustFunctionKeys) return (Requester.Host, null);
        if (!rules.RequireLoopbackGuard) return (null, AccessProblem.Unauthorized());
        return LoopbackGuard.Refuse(context) is { } problem ? (null, problem) : (Requester.Local, null);
    }
}
