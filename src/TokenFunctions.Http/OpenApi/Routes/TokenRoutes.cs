using TokenFunctions.Http.Fronts;
using TokenFunctions.Http.Problems;

namespace TokenFunctions.Http.OpenApi.Routes;

/// <summary>The routes that hand out tokens.</summary>
internal static class TokenRoutes
{
    private const string Tag = "tokens";
    private const string Core = "The token of a realm and key, from the store or the provider.";
    private const string Front = "The token of a realm and key, from memory when it can.";

    private static readonly string[] Query =
        ["TokenRealm", "TokenKey", "Flush", "MinTtl", "Invalid", "Attach", "IfNoneMatch"];

    private static readonly AnswerDescription[] Answers =
    [
        AnswerDescription.Ok("Token", "The token, which lives.") with { HasETag = true },
        AnswerDescription.Known,
    ];

    private static readonly string[] Codes =
    [
        .. ProblemCodes.Failures, "missing_value", "invalid_name", "conflicting_values",
        CoreFailure.Refused, CoreFailure.Unavailable,
    ];

    /// <summary>The descriptions, by method and template.</summary>
    public static IReadOnlyDictionary<string, RouteDescription> All { get; } =
        new Dictionary<string, RouteDescription>(StringComparer.Ordinal)
        {
            ["GET /api/token"] = Get(Core),
            ["POST /api/token"] = Post(Core),
            ["GET /api/cache/token"] = Get(Front),
            ["POST /api/cache/token"] = Post(Front),
        };

    private static RouteDescription Get(string summary) =>
        new(Tag, summary) { Parameters = Query, Answers = Answers, Codes = Codes };

    private static RouteDescription Post(string summary) => new(Tag, summary)
    {
        Parameters = ["IfNoneMatch"],
        Body = "TokenRequest",
        Answers = Answers,
        Codes = Codes,
    };
}
