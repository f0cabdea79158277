using System.Net;
using Microsoft.AspNetCore.Http;
using TokenFunctions.Http.Problems;
using TokenFunctions.Tokens;

namespace TokenFunctions.Http.Access;

/// <summary>Who sent a request, and what it may do here.</summary>
internal static class Requests
{
    /// <summary>Who sent it; null on a route that serves anybody.</summary>
    public static Requester? Requester(this HttpContext context) => context.Access()?.Requester;

    /// <summary>The address that it came from; null = not known.</summary>
    public static string? Source(this HttpContext context) => context.SourceAddress()?.ToString();

    /// <summary>As <see cref="Source"/>, to compare it.</summary>
    public static IPAddress? SourceAddress(this HttpContext context) => context.Access()?.Source;

    /// <summary>Why the sender may not do that with this key of this realm, whether they exist or not; null = it
    /// may.</summary>
    public static Problem? Refuse(this HttpContext context, Verb verb, TokenKey key) =>
        context.Sees(verb, key) ? null : Noted(context, AccessProblem.Forbidden(verb, key));

    /// <summary>As <see cref="Refuse(HttpContext, Verb, TokenKey)"/>, for all keys of a realm.</summary>
    public static Problem? Refuse(this HttpContext context, Verb verb, string realm) =>
        context.Sees(verb, realm) ? null : Noted(context, AccessProblem.Forbidden(verb, realm));

    /// <summary>As <see cref="Refuse(HttpContext, Verb, TokenKey)"/>, for all keys of all realms.</summary>
    public static Problem? Refuse(this HttpContext context, Verb verb) =>
        context.Requester() is { } who && who.MayAll(verb) ? null : Noted(context, AccessProblem.Forbidden(verb));

    /// <summary>Whether an entry of a list is one that the sender may see.</summary>
    public static bool Sees(this HttpContext context, Verb verb, TokenKey key) =>
        context.Requester() is { } who && who.May(verb, key.Realm, key.Key);

    /// <summary>As <see cref="Sees(HttpContext, Verb, TokenKey)"/>, for a whole realm.</summary>
    public static bool Sees(this HttpContext context, Verb verb, string realm) =>
        context.Requester() is { } who && who.MayAll(verb, realm);

    /// <summary>Whether a list of keys of this realm (null = of all realms) can have an entry that the sender may see.
    /// Where not, it is empty without a look at the store: how long that takes would tell what there is.</summary>
    public static bool SeesSome(this HttpContext context, Verb verb, string? realm) =>
        context.Requester() is { } who && who.MaySome(verb, realm);

    /// <summary>As <see cref="SeesSome"/>, for a list of whole realms.</summary>
    public static bool SeesSomeRealm(this HttpContext context, Verb verb) =>
        context.Requester() is { } who && who.MaySomeRealm(verb);

    /// <summary>Why the route's need is not met; null = it is, or the endpoint asks itself.</summary>
    public static Problem? Refuse(this HttpContext context, Need need) => need.Scope switch
    {
        Scope.Service => Refuse(context, need.Verb),
        Scope.Realm => Refuse(context, need.Verb, Part(context, "id")),
        Scope.Token => Refuse(context, need.Verb, new TokenKey(Part(context, "realm"), Part(context, "key"))),
        _ => null,
    };

    // The gate hears of it although an endpoint found it out: refusals are counted in one place.
    private static Problem Noted(HttpContext context, Problem problem)
    {
        if (context.Access() is { } access) access.RefusedWith = problem.Code;
        return problem;
    }

    // Not by Get<T>, whose generic call through an interface takes longer than the look itself.
    private static RequestAccess? Access(this HttpContext context) =>
        context.Features[typeof(RequestAccess)] as RequestAccess;

    private static string Part(HttpContext context, string name) => context.Request.RouteValues[name] as string ?? "";
}
