using TokenFunctions.Http.Problems;

namespace TokenFunctions.Http.OpenApi.Routes;

/// <summary>The routes that tell how tokens stand.</summary>
internal static class StatusRoutes
{
    private const string Tag = "status";

    private static readonly Dictionary<string, string> Counts =
        new(StringComparer.Ordinal) { ["counts"] = "StatusCounts" };

    private static readonly AnswerDescription Found = AnswerDescription.Ok("Status", "How the token stands.");

    /// <summary>The descriptions, by method and template.</summary>
    public static IReadOnlyDictionary<string, RouteDescription> All { get; } =
        new Dictionary<string, RouteDescription>(StringComparer.Ordinal)
        {
            ["GET /api/status"] = new(Tag, "Lists how tokens stand.")
            {
                Parameters = ["Page", "PageSize", "Keyword", "OfRealm", "InState", "Order"],
                Answers = [AnswerDescription.List("Status") with { ListMembers = Counts }],
                Codes = ["invalid_name"],
            },
            ["GET /api/status/{realm}/{key}"] = new(Tag, "Tells how one token stands.")
            {
                Answers = [Found],
                Codes = ["unknown_secret"],
            },
            ["POST /api/status/{realm}/{key}/retry"] = new(Tag, "Ends a remembered failure.")
            {
                Body = "Retry",
                IsBodyOptional = true,
                Answers = [Found],
                Codes = ProblemCodes.Failures,
            },
        };
}
