using TokenFunctions.Realms;

namespace TokenFunctions.Http.Problems;

/// <summary>A realm that cannot be run.</summary>
internal static class ConfigProblem
{
    public static Problem Of(IReadOnlyList<RealmError> errors) =>
        new(400, "invalid_config", "The realm's config cannot be run; errors lists every fault. Nothing was stored.")
        {
            Field = "config",
            Errors = errors,
        };
}
