namespace TokenFunctions.Http.OpenApi.Routes;

/// <summary>The page for people and its files.</summary>
internal static class ConsoleRoutes
{
    private const string Tag = "console";
    private static readonly string[] Codes = ["not_found", "core_only"];

    private static readonly AnswerDescription Page =
        AnswerDescription.Ok("Page", "The page.") with { MediaType = "text/html", HasETag = true };

    private static readonly AnswerDescription File = AnswerDescription.Ok("PageFile", "The file.") with
    {
        MediaType = "text/javascript",
        OtherMediaTypes = ["text/css", "application/json", "image/svg+xml"],
        HasETag = true,
    };

    /// <summary>The descriptions, by method and template.</summary>
    public static IReadOnlyDictionary<string, RouteDescription> All { get; } = new Dictionary<string, RouteDescription>(
        Both("/api/console", "The console, a page for people, in the browser's language.", Page,
            new AnswerDescription(308, "Without the stroke at its end it is the page's address."))
            .Concat(Both("/api/console/{room}/{file}", "A file of the console.", File)),
        StringComparer.Ordinal);

    private static KeyValuePair<string, RouteDescription>[] Both(
        string path, string summary, AnswerDescription answer, params AnswerDescription[] others)
    {
        AnswerDescription[] more = [.. others, AnswerDescription.Known];
        var get = new RouteDescription(Tag, summary)
        {
            Answers = [answer, .. more],
            TakesAnyQuery = true,
            Codes = Codes,
        };
        var head = get with { Answers = [answer with { Schema = null }, .. more] };
        return [new($"GET {path}", get), new($"HEAD {path}", head)];
    }
}
