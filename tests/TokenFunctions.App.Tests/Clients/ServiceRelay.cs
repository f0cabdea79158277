using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using TokenFunctions.Processes.App;
using TokenFunctions.Testing.Servers;

namespace TokenFunctions.App.Tests.Clients;

/// <summary>Stands between a client and the service: writes down what it is asked, and can be away or answer in its
/// place.</summary>
internal sealed class ServiceRelay(Uri service, string apiKey) : IAsyncDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false });
    private readonly ConcurrentQueue<string> asked = new();
    private readonly ConcurrentQueue<long> generations = new();
    private LoopbackServer server = null!;

    public string Address => server.Address.GetLeftPart(UriPartial.Authority);

    /// <summary>Whether connections are cut off.</summary>
    public bool IsAway { get; set; }

    /// <summary>Answered with 503 and <c>Retry-After: 30</c> in the service's place; null = the service answers.</summary>
    public string? Problem { get; set; }

    /// <summary>What was asked with the right key: nothing more, or <c>invalid=GENERATION</c>.</summary>
    public IReadOnlyList<string> Asked => [.. asked];

    /// <summary>The generations that the service gave, in their order.</summary>
    public IReadOnlyList<long> Generations => [.. generations];

    public async Task StartAsync() => server = await LoopbackServer.StartAsync(AnswerAsync);

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        http.Dispose();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var query = context.Request.Query;
        var more = query.Where(p => p.Key is not ("realm" or "key")).Select(p => $"{p.Key}={p.Value}");
        asked.Enqueue(context.Request.Headers["x-api-key"] == apiKey ? string.Join('&', more) : "a wrong key");
        if (IsAway)
        {
            context.Abort();
            return;
        }

        if (Problem is { } code) await AnswerAsync(context.Response, code);
        else await PassOnAsync(context);
    }

    private static Task AnswerAsync(HttpResponse response, string code)
    {
        response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        response.Headers.RetryAfter = "30";
        response.ContentType = "application/problem+json";
        return response.WriteAsync($$"""{"type":"about:blank","title":"Service Unavailable","status":503,"detail":"Wait.","code":"{{code}}"}""");
    }

    private async Task PassOnAsync(HttpContext context)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(service, $"{context.Request.Path}{context.Request.QueryString}"));
        request.Headers.Add("x-api-key", apiKey);
        using var answer = await http.SendAsync(request, context.RequestAborted);
        var body = await answer.Content.ReadAsStringAsync(context.RequestAborted);
        Note(new ApiAnswer(answer.StatusCode, body, null));
        context.Response.StatusCode = (int)answer.StatusCode;
        context.Response.ContentType = answer.Content.Headers.ContentType?.ToString();
        if (answer.Headers.RetryAfter is { } wait) context.Response.Headers.RetryAfter = wait.ToString();
        await context.Response.WriteAsync(body, context.RequestAborted);
    }

    private void Note(ApiAnswer answer)
    {
        if (answer.TokenText is not { } token) return;
        Evidence.SawToken(token);
        generations.Enqueue(answer.Generation);
    }
}
