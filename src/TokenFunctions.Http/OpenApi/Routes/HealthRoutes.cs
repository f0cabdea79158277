namespace TokenFunctions.Http.OpenApi.Routes;

/// <summary>What anybody may ask.</summary>
internal static class HealthRoutes
{
    private const string Tag = "health";

    /// <summary>The descriptions, by method and template.</summary>
    public static IReadOnlyDictionary<string, RouteDescription> All { get; } = new Dictionary<string, RouteDescription>(
        new[]
        {
            Probe("/", "Tells the product's name.", Plain("The name.")),
            Probe(
                "/api/health", "Tells whether tokens can be served; to administrators also how each part is.",
                AnswerDescription.Ok("Health", "Tokens can be served."), ["vault_unavailable", "service_unavailable"]),
            Probe("/api/health/live", "Tells that the process answers.", AnswerDescription.Ok("Live", "It lives.")),
            Probe(
                "/api/health/ready", "Tells whether tokens can be served.",
                AnswerDescription.Ok("Ready", "Tokens can be served."), ["vault_unavailable", "service_unavailable"]),
        }.SelectMany(both => both),
        StringComparer.Ordinal);

    private static AnswerDescription Plain(string says) =>
        AnswerDescription.Ok("ProductName", says) with { MediaType = "text/plain" };

    // Load balancers probe with HEAD; the same is answered without the body.
    private static KeyValuePair<string, RouteDescription>[] Probe(
        string path, string summary, AnswerDescription answer, IReadOnlyList<string>? codes = null)
    {
        var get = new RouteDescription(Tag, summary) { Answers = [answer], TakesAnyQuery = true, Codes = codes ?? [] };
        return [new($"GET {path}", get), new($"HEAD {path}", get with { Answers = [new(200, answer.Says)] })];
    }
}
