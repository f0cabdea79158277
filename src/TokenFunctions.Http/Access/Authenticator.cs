using Microsoft.AspNetCore.Http;
using TokenFunctions.Http.Access.Identity;
using TokenFunctions.Http.Access.Keys;
using TokenFunctions.Http.Problems;

namespace TokenFunctions.Http.Access;

/// <summary>Finds out who sent a request.</summary>
internal sealed class Authenticator(AccessRules rules, KeyLogin keys, PlatformLogin platform)
{
    /// <summary>Why the request is not even looked at: it says of itself what only the platform may say.</summary>
    public Problem? RefuseForged(HttpRequest request) =>
        !rules.TrustAppServiceIdentity && PlatformHeaders.AreIn(request) ? AccessProblem.ForeignIdentity() : null;

    /// <summary>Who sent it, or why nobody is served.</summary>
    public ValueTask<Finding> FindAsync(HttpContext context)
    {
        var sent = KeysOf(context.Request);
        if (sent.AreTwo) return new(AccessProblem.Unauthorized());
        return sent.Key.IsEmpty ? FindKeylessAsync(context) : keys.FindAsync(context, sent.Key);
    }

    // Where the platform checks bearer tokens, one that is no key of ours is its business and no wrong key.
    private SentKeys KeysOf(HttpRequest request)
    {
        var sent = SentKeys.Of(request);
        return rules.TrustAppServiceIdentity && !keys.IsOurs(sent.Bearer) ? sent.WithoutBearer() : sent;
    }

    private async ValueTask<Finding> FindKeylessAsync(HttpContext context)
    {
        if (rules.TrustAppServiceIdentity && await platform.FindAsync(context) is { IsNobody: false } finding)
            return finding;
        // With an admin key a function key alone is not enough: the two then stand for different people.
        if (rules is { TrustFunctionKeys: true, AdminKey: null }) return Requester.Host;
        if (!rules.RequireLoopbackGuard) return AccessProblem.Unauthorized();
        return LoopbackGuard.Refuse(context) is { } problem ? problem : Requester.Local;
    }
}
