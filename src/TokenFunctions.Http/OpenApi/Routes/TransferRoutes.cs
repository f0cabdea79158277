namespace TokenFunctions.Http.OpenApi.Routes;

/// <summary>The routes that carry realms from one deployment to another.</summary>
internal static class TransferRoutes
{
    private const string Tag = "transfer";

    /// <summary>The descriptions, by method and template.</summary>
    public static IReadOnlyDictionary<string, RouteDescription> All { get; } =
        new Dictionary<string, RouteDescription>(StringComparer.Ordinal)
        {
            ["GET /api/export"] = new(Tag, "All realms and what is known of secrets, without any value.")
            {
                Parameters = ["OfRealm", "WithCallers"],
                Answers = [AnswerDescription.Ok("Transfer", "What POST /api/import takes.")],
                Codes = ["invalid_name", "unknown_realm"],
            },
            ["POST /api/import"] = new(Tag, "Takes in what another deployment has exported.")
            {
                Parameters = ["DryRun", "Replace"],
                Body = "Transfer",
                Answers = [AnswerDescription.Ok("ImportReport", "What was done, or would be.")],
                Codes = ["invalid_import", "import_conflict", "import_incomplete", "forbidden"],
            },
        };
}
