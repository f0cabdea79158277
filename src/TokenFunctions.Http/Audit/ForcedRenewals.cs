using Microsoft.AspNetCore.Http;
using TokenFunctions.Storage;
using TokenFunctions.Tokens;

namespace TokenFunctions.Http.Audit;

/// <summary>Has the renewals written down that a request for a token forces: one entry for each call to the provider
/// that it brings about, in the name of the one request that did, also when nobody waits for it any more.</summary>
/// <remarks>Whether a demand leads to a call shows only on the way, so a renewal is written down when it has ended, not
/// before: most demands of a flood lead to none.</remarks>
internal sealed class ForcedRenewals(AuditTrail trail)
{
    /// <summary>The request, which tells the audit of what it forces.</summary>
    public TokenRequest Watch(HttpContext context, TokenRequest request)
    {
        if (request.IsPlain) return request;
        // Now: the request may be over before the renewal is.
        var entry = trail.Begin(context, Deed.On("", request.Key));
        return request with
        {
            WhenForced = (causes, failure) => trail.EndAsync(
                entry with { Deed = entry.Deed with { Action = ActionOf(causes) } },
                failure?.Code),
        };
    }

    private static string ActionOf(ForceCauses causes) =>
        causes.HasFlag(ForceCauses.Flush) ? "token.flush"
        : causes.HasFlag(ForceCauses.Invalid) ? "token.invalid"
        : "token.min_ttl";
}
