using TokenFunctions.Http.Problems;

namespace TokenFunctions.Http.OpenApi.Routes;

/// <summary>The routes that keep and try realms.</summary>
internal static class RealmRoutes
{
    private const string Tag = "realms";

    private static readonly AnswerDescription Stored =
        AnswerDescription.Ok("Realm", "The realm as it is stored.") with { HasETag = true };

    private static readonly string[] OfTrials =
    [
        .. ProblemCodes.Failures, "missing_value", "invalid_name", "invalid_config", "trial_has_effects",
        "secret_too_large",
    ];

    /// <summary>The descriptions, by method and template.</summary>
    public static IReadOnlyDictionary<string, RouteDescription> All { get; } =
        new Dictionary<string, RouteDescription>(StringComparer.Ordinal)
        {
            ["GET /api/realm"] = new(Tag, "Lists the realms that the sender may change.")
            {
                Parameters = ["Page", "PageSize", "Keyword"],
                Answers = [AnswerDescription.List("Realm")],
            },
            ["POST /api/realm"] = new(Tag, "Makes or replaces a realm.")
            {
                Parameters = ["IfMatch", "IfNew"],
                Body = "RealmDefinition",
                Answers =
                    [Stored with { Says = "It is replaced." }, Stored with { Status = 201, Says = "It is made." }],
                Codes = ["missing_value", "invalid_name", "invalid_config", "precondition_failed"],
            },
            ["GET /api/realm/{id}"] = new(Tag, "Reads a realm.") { Answers = [Stored], Codes = ["unknown_realm"] },
            ["DELETE /api/realm/{id}"] = new(Tag, "Removes a realm; one with secrets only by force.")
            {
                Parameters = ["Force", "IfMatch"],
                Answers = [AnswerDescription.Gone],
                Codes = ["unknown_realm", "precondition_failed", "realm_has_secrets", "realm_changed"],
            },
            ["POST /api/realm/{id}/test"] = Trial("Tries a stored realm once and stores nothing.", "TrialOfStored"),
            ["POST /api/realm-test"] = Trial("Tries an unsaved realm once and stores nothing.", "TrialOfUnsaved"),
            ["POST /api/realm-check"] = new(Tag, "Tells whether a realm could be saved and stores nothing.")
            {
                Body = "RealmDefinition",
                Answers = [AnswerDescription.Ok("RealmCheck", "What was found.")],
                Codes = ["missing_value", "invalid_name"],
            },
            ["POST /api/realm-draft"] = new(Tag, "Drafts a realm from a curl line and stores nothing.")
            {
                Body = "RealmDraftRequest",
                Answers = [AnswerDescription.Ok("RealmDraft", "The draft.")],
                Codes = ["missing_value", "invalid_curl"],
            },
            ["GET /api/realm-schema.json"] = new(Tag, "The JSON Schema of a realm, for editors.")
            {
                Parameters = ["IfNoneMatch"],
                Answers =
                [
                    AnswerDescription.Ok("JsonSchema", "The schema.") with
                    {
                        MediaType = "application/schema+json",
                        HasETag = true,
                    },
                    AnswerDescription.Known,
                ],
            },
        };

    private static RouteDescription Trial(string summary, string body) => new(Tag, summary)
    {
        Body = body,
        Answers = [AnswerDescription.Ok("Trial", "What came of it.")],
        Codes = OfTrials,
    };
}
