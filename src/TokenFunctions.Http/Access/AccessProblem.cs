using TokenFunctions.Http.Problems;

namespace TokenFunctions.Http.Access;

/// <summary>Why a request was not let on.</summary>
internal static class AccessProblem
{
    public static Problem Unauthorized() => new(
        401,
        "unauthorized",
        "This route needs the service's key: send it as x-api-key or as Authorization: Bearer,"
            + " and not two different ones.");

    public static Problem LoopbackOnly(string rule, string field) => new(
        403,
        "loopback_only",
        "The service has no key, so it serves only programs of its own machine:"
            + $" {rule} Set TokenFunctions__AdminKey to serve others.")
    {
        Field = field,
    };
}
