namespace TokenFunctions.Http.OpenApi.Routes;

/// <summary>The routes of those who keep the service.</summary>
internal static class OperationRoutes
{
    private const string Tag = "operation";
    private static readonly AnswerDescription Sealing = AnswerDescription.Ok("Sealing", "How the sealing stands.");

    /// <summary>The descriptions, by method and template.</summary>
    public static IReadOnlyDictionary<string, RouteDescription> All { get; } =
        new Dictionary<string, RouteDescription>(StringComparer.Ordinal)
        {
            ["GET /api/version"] = new(Tag, "Tells which release runs.")
            {
                Answers = [AnswerDescription.Ok("Version", "The release.")],
            },
            ["GET /api/whoami"] = new(Tag, "Tells whoever asks who it is here, and what it may do.")
            {
                Answers = [AnswerDescription.Ok("WhoAmI", "Who asks.")],
            },
            ["GET /api/openapi.json"] = new(Tag, "This contract.")
            {
                Parameters = ["IfNoneMatch"],
                Answers =
                [
                    AnswerDescription.Ok("OpenApi", "The contract, by OpenAPI 3.1.") with { HasETag = true },
                    AnswerDescription.Known,
                ],
            },
            ["GET /api/audit"] = new(Tag, "Who changed what, when and from where.")
            {
                Parameters =
                    ["From", "To", "Who", "Action", "OfRealm", "OfKey", "Result", "PageSize", "After"],
                Answers = [AnswerDescription.Ok("AuditPage", "A page, the newest entry first.")],
                Codes = ["invalid_name"],
            },
            ["GET /api/activity"] = new(Tag, "How much was asked of providers lately.")
            {
                Parameters = ["Hours"],
                Answers =
                [
                    AnswerDescription.List("Activity") with
                    {
                        Says = "Every ten minutes of the time, the oldest first; the last are under way.",
                    },
                ],
            },
            ["GET /api/sealing"] = new(Tag, "Under which keys stored values lie.") { Answers = [Sealing] },
            ["POST /api/sealing/reseal"] = new(Tag, "Seals stored values again with the active key, or stops that.")
            {
                Body = "ResealRequest",
                IsBodyOptional = true,
                Answers =
                [
                    Sealing with { Says = "It is interrupted." },
                    Sealing with { Status = 202, Says = "It goes on behind." },
                ],
            },
        };
}
