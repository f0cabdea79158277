namespace TokenFunctions.Http.OpenApi.Routes;

/// <summary>The routes that keep secrets and pushed values.</summary>
internal static class SecretRoutes
{
    private const string Tag = "secrets";

    private static readonly AnswerDescription Stored =
        AnswerDescription.Ok("Secret", "The secret as it is stored, with a mask for each value.") with
        {
            HasETag = true,
        };

    /// <summary>The descriptions, by method and template.</summary>
    public static IReadOnlyDictionary<string, RouteDescription> All { get; } =
        new Dictionary<string, RouteDescription>(StringComparer.Ordinal)
        {
            ["GET /api/secret"] = new(Tag, "Lists the secrets that the sender may change.")
            {
                Parameters = ["Page", "PageSize", "Keyword", "OfRealm"],
                Answers = [AnswerDescription.List("Secret")],
                Codes = ["invalid_name"],
            },
            ["POST /api/secret"] = new(Tag, "Makes or replaces a secret; its values replace all old ones.")
            {
                Parameters = ["IfMatch", "IfNew"],
                Body = "SecretRequest",
                Answers = [Stored],
                Codes =
                [
                    "missing_value", "invalid_name", "secret_too_large", "unknown_realm", "realm_unreadable",
                    "precondition_failed",
                ],
            },
            ["GET /api/secret/{realm}/{key}"] = new(Tag, "Reads what is known of a secret.")
            {
                Answers = [Stored],
                Codes = ["unknown_secret"],
            },
            ["DELETE /api/secret/{realm}/{key}"] = new(Tag, "Removes a secret and its token.")
            {
                Parameters = ["IfMatch"],
                Answers = [AnswerDescription.Gone],
                Codes = ["unknown_secret", "precondition_failed"],
            },
            ["POST /api/input/{realm}/{key}"] = new(Tag, "Takes values that a provider pushes.")
            {
                Body = "PushedValues",
                Answers = [AnswerDescription.Ok("PushedInputs", "They are kept.")],
                Codes = ["missing_value", "unknown_realm", "unknown_secret", "no_inputs"],
            },
        };
}
