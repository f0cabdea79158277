using TokenFunctions.Http.Callers;

namespace TokenFunctions.Http.Problems;

/// <summary>What can be wrong with a change of callers that was understood.</summary>
internal static class CallerProblem
{
    public static Problem Unknown() =>
        new(404, "unknown_caller", "There is no such caller; GET /api/caller lists them.") { Field = "id" };

    public static Problem UnknownKey() =>
        new(404, "unknown_caller_key", "The caller has no such key; GET /api/caller/{id} shows the ids of its keys.")
        {
            Field = "key",
        };

    public static Problem TooManyKeys() => new(
        409,
        "too_many_keys",
        $"The caller has {Caller.MaxKeys} live keys, which is as many as one can have;"
            + " remove the one that is not used any more.");

    public static Problem Exists(string field) => new(
        409,
        "caller_exists",
        $"The caller is there already, and saving it leaves its keys as they are: leave '{field}' out,"
            + " or add a key by POST /api/caller/{id}/key. Nothing was changed.")
    {
        Field = field,
    };

    public static Problem EntraTaken(string holder) => new(
        409,
        "entra_taken",
        $"The Entra application or role is that of the caller '{InputProblem.Show(holder)}' already, and it can be of"
            + " one only. Nothing was changed.")
    {
        Field = "entra",
    };
}
