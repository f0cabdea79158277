namespace TokenFunctions.Http.OpenApi.Routes;

/// <summary>The routes that keep callers and their keys.</summary>
internal static class CallerRoutes
{
    private const string Tag = "callers";

    private static readonly AnswerDescription Stored =
        AnswerDescription.Ok("Caller", "The caller as it is stored.") with { HasETag = true };

    /// <summary>The descriptions, by method and template.</summary>
    public static IReadOnlyDictionary<string, RouteDescription> All { get; } =
        new Dictionary<string, RouteDescription>(StringComparer.Ordinal)
        {
            ["GET /api/caller"] = new(Tag, "Lists the callers.")
            {
                Parameters = ["Page", "PageSize", "Keyword"],
                Answers = [AnswerDescription.List("Caller")],
            },
            ["POST /api/caller"] = new(Tag, "Makes a caller, or replaces all of it but its keys.")
            {
                Parameters = ["IfMatch", "IfNew"],
                Body = "CallerRequest",
                Answers =
                [
                    Stored with { Says = "It is replaced." },
                    Stored with { Status = 201, Says = "It is made; its key is shown this once." },
                ],
                Codes = ["missing_value", "invalid_name", "caller_exists", "entra_taken", "precondition_failed"],
            },
            ["GET /api/caller/{id}"] = new(Tag, "Reads a caller.") { Answers = [Stored], Codes = ["unknown_caller"] },
            ["DELETE /api/caller/{id}"] = new(Tag, "Removes a caller and all its keys.")
            {
                Parameters = ["IfMatch"],
                Answers = [AnswerDescription.Gone],
                Codes = ["unknown_caller", "precondition_failed"],
            },
            ["POST /api/caller/{id}/key"] = new(Tag, "Adds a key to a caller.")
            {
                Body = "CallerKeyRequest",
                IsBodyOptional = true,
                Answers = [new(201, "The key, shown this once.") { Schema = "CallerKeyMade" }],
                Codes = ["unknown_caller", "too_many_keys"],
            },
            ["DELETE /api/caller/{id}/key/{key}"] = new(Tag, "Removes a key of a caller.")
            {
                Answers = [AnswerDescription.Gone],
                Codes = ["unknown_caller", "unknown_caller_key"],
            },
        };
}
