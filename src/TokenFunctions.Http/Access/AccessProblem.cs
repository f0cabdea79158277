using TokenFunctions.Http.Problems;
using TokenFunctions.Tokens;

namespace TokenFunctions.Http.Access;

/// <summary>Why a request was not let on.</summary>
internal static class AccessProblem
{
    public static Problem Unauthorized() => new(
        401,
        "unauthorized",
        "This route needs a key of the service: send it as x-api-key or as Authorization: Bearer,"
            + " and not two different ones.");

    public static Problem DamagedKey() => new(
        401,
        "damaged_key",
        "The key is not as it was made: a character is wrong or missing. Compare it with what was shown.");

    public static Problem ExpiredKey() => new(
        401,
        "expired_key",
        "The key has ended; whoever keeps the callers can make another by POST /api/caller/{id}/key.");

    /// <summary>The same whether a key is half right or not at all.</summary>
    public static Problem TooManyWrongKeys(DateTimeOffset retryAt) => new(
        429,
        "too_many_wrong_keys",
        "Too many wrong keys came from this address, and this one is wrong too; a right one is served at once.")
    {
        RetryAt = retryAt,
    };

    public static Problem RateLimited(int? perSecond, DateTimeOffset retryAt) => new(
        429,
        "rate_limited",
        $"This caller may send {perSecond} requests a second to each process of the service; send fewer.")
    {
        RetryAt = retryAt,
    };

    public static Problem TooManyAtOnce(int most, DateTimeOffset retryAt) => new(
        429,
        "too_many_at_once",
        $"{most} requests of this caller are being served already; wait for their answers.")
    {
        RetryAt = retryAt,
    };

    public static Problem WrongNetwork() => new(
        403, "wrong_network", "This caller may not ask from this address; whoever keeps the callers can allow it.");

    public static Problem UnknownNetwork() => new(
        403,
        "unknown_network",
        "This caller may only ask from some networks, and behind the Functions host the service does not see where"
            + " a request comes from: set TokenFunctions__Access__ClientAddress to the header that the platform's front"
            + " end puts the address in.");

    public static Problem ForeignIdentity() => new(
        400,
        "foreign_identity",
        "Only the platform may send X-MS-CLIENT-PRINCIPAL headers, and the service is not told that it does:"
            + " leave them out. Where App Service authentication puts them there, set"
            + " TokenFunctions__AppServiceIdentity=true.");

    public static Problem BrokenIdentity() => new(
        400, "broken_identity", "The X-MS-CLIENT-PRINCIPAL header is not what App Service authentication puts there.");

    /// <summary>A browser sends its session with what any site's page asks for.</summary>
    public static Problem ForeignPage() => new(
        403,
        "foreign_page",
        "Another site's page asked with the session of a browser: only the service's own page may. Programs send a"
            + " token as Authorization: Bearer.")
    {
        Field = SiteRule.Header,
    };

    public static Problem UnknownIdentity(string? appId) => new(
        403,
        "unknown_identity",
        $"{(appId is null ? "This identity" : $"The application {appId}")} is no caller of this service;"
            + " whoever keeps the callers can make it one.");

    /// <summary>The same whether realm and key exist or not, and whether their names are names at all.</summary>
    public static Problem Forbidden(Verb verb, TokenKey key) =>
        NotAllowed(verb, $"the key '{InputProblem.Show(key.Key)}' of the realm '{InputProblem.Show(key.Realm)}'");

    public static Problem Forbidden(Verb verb, string realm) =>
        NotAllowed(verb, $"all keys of the realm '{InputProblem.Show(realm)}'");

    public static Problem Forbidden(Verb verb) => NotAllowed(verb, "all keys of all realms");

    public static Problem LoopbackOnly(string rule, string field) => new(
        403,
        "loopback_only",
        "The service has no key, so it serves only programs of its own machine:"
            + $" {rule} Set TokenFunctions__AdminKey, or send a caller's key, to be served all the same.")
    {
        Field = field,
    };

    private static Problem NotAllowed(Verb verb, string what) => new(
        403,
        "forbidden",
        $"This caller has no rule that allows '{Verbs.NameOf(verb)}' for {what};"
            + " whoever keeps the callers can add one.");
}
