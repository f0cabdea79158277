using TokenFunctions.Fuzzing.Requests;
using TokenFunctions.Testing;

namespace TokenFunctions.Fuzzing.Mutations;

/// <summary>Another method.</summary>
internal static class MethodMutation
{
    private static readonly string[] Methods =
        ["GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "TRACE", "get", "Post", "head", "FOO", "M-SEARCH", "GETX", new('A', 300), "!#$%&'*+-.^_`|~"];

    public static void Apply(Draft draft, Chance chance) => draft.Method = chance.Pick(Methods);
}
