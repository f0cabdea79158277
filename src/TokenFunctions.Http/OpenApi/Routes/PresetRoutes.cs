namespace TokenFunctions.Http.OpenApi.Routes;

/// <summary>The routes that show what ships with the product.</summary>
internal static class PresetRoutes
{
    private const string Tag = "presets";

    /// <summary>The descriptions, by method and template.</summary>
    public static IReadOnlyDictionary<string, RouteDescription> All { get; } =
        new Dictionary<string, RouteDescription>(StringComparer.Ordinal)
        {
            ["GET /api/preset"] = new(Tag, "Lists the realms that ship with the service.")
            {
                Parameters = ["Page", "PageSize", "Keyword"],
                Answers = [AnswerDescription.List("PresetShort")],
            },
            ["GET /api/preset/{id}"] = new(Tag, "Reads a preset.")
            {
                Answers = [AnswerDescription.Ok("Preset", "The preset.")],
                Codes = ["unknown_preset"],
            },
        };
}
