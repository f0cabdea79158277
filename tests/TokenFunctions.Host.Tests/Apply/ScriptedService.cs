using System.Globalization;
using System.Net;
using System.Text;

namespace TokenFunctions.Host.Tests.Apply;

/// <summary>A service that shows given realms and secrets, notes what is sent, and answers a change as a test wants.</summary>
internal sealed class ScriptedService : HttpMessageHandler
{
    private readonly Dictionary<string, string> answers = [];

    /// <summary>Items of <c>GET /api/realm</c>.</summary>
    public List<string> Realms { get; } = [];

    /// <summary>Items of <c>GET /api/secret</c>, by realm.</summary>
    public Dictionary<string, List<string>> Secrets { get; } = [];

    /// <summary>Every change that was sent: verb, path, condition, body.</summary>
    public List<string> Changes { get; } = [];

    /// <summary>The headers of every request.</summary>
    public List<string> Headers { get; } = [];

    /// <summary>The reads that were asked for.</summary>
    public List<string> Reads { get; } = [];

    /// <summary>What happens instead of an answer to a change of this verb and path.</summary>
    public Dictionary<string, Exception> Faults { get; } = [];

    /// <summary>What every read is answered with; null = with the lists.</summary>
    public (int Status, string Body)? Refusal { get; set; }

    /// <summary>Answers the change of this verb, path and id as given; <c>"409 {…}"</c>.</summary>
    public void Answer(string change, string answer) => answers[change] = answer;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Headers.Add(request.Headers.ToString());
        var path = request.RequestUri!.PathAndQuery;
        if (request.Method == HttpMethod.Get) return Read(path);
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        var change = $"{request.Method} {path}";
        Changes.Add(string.Join(' ', new[] { change, Condition(request), body }.Where(part => part.Length > 0)));
        if (Faults.TryGetValue(change, out var fault)) throw fault;
        var answer = answers.FirstOrDefault(a => Changes[^1].Contains(a.Key, StringComparison.Ordinal)).Value ?? "200 {\"version\":99}";
        return Json(Number(answer[..3]), answer[3..]);
    }

    private static string Condition(HttpRequestMessage request) => string.Concat(
        request.Headers.IfMatch.Select(tag => $"if-match={tag}").Concat(request.Headers.IfNoneMatch.Select(tag => $"if-none-match={tag}")));

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static HttpResponseMessage Json(int status, string body) =>
        new((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };

    private HttpResponseMessage Read(string path)
    {
        Reads.Add(path);
        if (Refusal is { } refusal) return Json(refusal.Status, refusal.Body);
        var query = path.Split('?', '&', '=');
        var all = path.StartsWith("/api/realm", StringComparison.Ordinal) ? Realms : Secrets.GetValueOrDefault(query[2], []);
        var (page, size) = (Number(query[^3]), Number(query[^1]));
        var list = all.Skip((page - 1) * size).Take(size);
        return Json(200, $$"""{"data":{"list":[{{string.Join(',', list)}}],"total":{{all.Count}}},"success":"ok"}""");
    }
}
