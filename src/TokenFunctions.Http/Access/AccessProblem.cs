using TokenFunctions.Http.Problems;
using TokenFunctions.Tokens;

namespace TokenFunctions.Http.Access;

/// <summary>Why a request was not let on.</summary>
internal static class AccessProblem
{
    public static Problem Unauthorized() => new(
        401,
        "unauthorized",
        "This route needs the service's key: send it as x-api-key or as Authorization: Bearer,"
            + " and not two different ones.");

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
            + $" {rule} Set TokenFunctions__AdminKey to serve others.")
    {
        Field = field,
    };

    private static Problem NotAllowed(Verb verb, string what) => new(
        403,
        "forbidden",
        $"This caller has no rule that allows '{Verbs.NameOf(verb)}' for {what}; whoever keeps the callers can add one.");
}
