using Microsoft.AspNetCore.Http;
using TokenFunctions.Http.Problems;
using TokenFunctions.Tokens;

namespace TokenFunctions.Http.Access;

/// <summary>Who sent a request, and what it may do here.</summary>
internal static class Requests
{
    /// <summary>Who sent it; null on a route that serves anybody.</summary>
    public static Requester? Requester(this HttpContext context) => context.Features.Get<Requester>();

    /// <summary>The address that it came from; null = not known.</summary>
    public static string? Source(this HttpContext context) => context.Connection.RemoteIpAddress?.ToString();

    /// <summary>Why the sender may not do that with this key of this realm, whether they exist or not; null = it
    /// may.</summary>
    public static Problem? Refuse(this HttpContext context, Verb verb, TokenKey key) =>
        context.Requester() is { } who && who.May(verb, key.Realm, key.Key) ? null : AccessProblem.Forbidden(verb, key);

    /// <summary>As <see cref="Refuse(HttpContext, Verb, TokenKey)"/>, for all keys of a realm.</summary>
    public static Problem? Refuse(this HttpContext context, Verb verb, string realm) =>
        context.Requester() is { } who && who.MayAll(verb, realm) ? null : AccessProblem.Forbidden(verb, realm);

    /// <summary>Whether an entry of a list is one that the sender may see.</summary>
    public static bool Sees(this HttpContext context, Verb verb, TokenKey key) =>
        context.Requester() is { } who && who.May(verb, key.Realm, key.Key);

    /// <summary>As <see cref="Sees(HttpContext, Verb, TokenKey)"/>, for a whole realm.</summary>
    public static bool Sees(this HttpContext context, Verb verb, string realm) =>
        context.Requester() is { } who && who.MayAll(verb, realm);

    /// <summary>Why the route's need is not met; null = it is, or the endpoint asks itself.</summary>
    public static Problem? Refuse(this HttpContext context, Need need) => need.Scope switch
    {
        Scope.Service => context.Requester()!.MayAll(need.Verb) ? null : AccessProblem.Forbidden(need.Verb),
        Scope.Realm => Refuse(context, need.Verb, Part(context, "id")),
        Scope.Token => Refuse(context, need.Verb, new TokenKey(Part(context, "realm"), Part(context, "key"))),
        _ => null,
    };

    private static string Part(HttpContext context, string name) => context.Request.RouteValues[name] as string ?? "";
}
