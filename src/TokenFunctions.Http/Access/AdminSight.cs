using Microsoft.AspNetCore.Http;
using TokenFunctions.Storage;

namespace TokenFunctions.Http.Access;

/// <summary>Whether a request on a route that serves anybody comes from an administrator, who may see more.</summary>
internal sealed class AdminSight(Authenticator authenticator)
{
    /// <summary>Whether it does; who cannot be found out is none. A wrong key counts as one, as everywhere.</summary>
    public async Task<bool> IsAdminAsync(HttpContext context)
    {
        try
        {
            var (who, _) = await authenticator.FindAsync(context);
            // The Functions host checks no key of its own on a route that serves anybody.
            return who is not null && who.Kind != RequesterKind.Host && who.MayAll(Verb.Admin);
        }
        catch (StoreUnavailableException)
        {
            return false;
        }
    }
}
