using Microsoft.AspNetCore.Http;
using TokenFunctions.Http.Callers;

namespace TokenFunctions.Http.Access.Identity;

/// <summary>Finds the caller that an identity is which the platform has checked.</summary>
internal sealed class PlatformLogin(CallerCatalog catalog)
{
    // Each one that is unknown costs a read; no program has nearly as many.
    private const int MaxRoles = 20;

    /// <summary>The caller, by the application and then by a role, or why nobody is served; nobody where the platform
    /// says nothing.</summary>
    public async ValueTask<Finding> FindAsync(HttpContext context)
    {
        var header = context.Request.Headers[PlatformHeaders.Principal].ToString();
        if (header.Length == 0) return Finding.Nobody;
        if (IsOfForeignPage(context.Request)) return AccessProblem.ForeignPage();
        if (PlatformIdentity.Parse(header) is not { } identity) return AccessProblem.BrokenIdentity();
        if (await FindAsync(identity, context.RequestAborted) is not { } caller)
            return AccessProblem.UnknownIdentity(identity.AppId);
        return NetworkRule.Refuse(caller, context) is { } refused ? refused : Requester.Of(caller);
    }

    // Without a token of its own the identity is that of the browser's session, which goes with whatever any page asks
    // for, and a read can cause a renewal.
    private static bool IsOfForeignPage(HttpRequest request) =>
        request.Headers.Authorization.Count == 0
        && (SiteRule.IsForeign(request) || SiteRule.HasForeignOrigin(request));

    private async Task<Caller?> FindAsync(PlatformIdentity identity, CancellationToken cancellationToken)
    {
        if (identity.AppId is { } app && await catalog.FindByAppAsync(app, cancellationToken) is { } caller)
            return caller;
        foreach (var role in identity.Roles.Take(MaxRoles))
            if (await catalog.FindByRoleAsync(role, cancellationToken) is { } holder) return holder;
        return null;
    }
}
