using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using TokenFunctions.Testing.Servers;

namespace TokenFunctions.Http.Tests.Fronts;

/// <summary>A server in a core's place: it records what a front asks, and answers what a test wants.</summary>
internal sealed class ScriptedCore : IAsyncDisposable
{
    /// <summary>How long answers may be kept.</summary>
    public static readonly TimeSpan RevalidateAfter = TimeSpan.FromSeconds(60);

    private readonly ConcurrentQueue<(string Target, string? Known, string? Key)> asked = new();
    private readonly TimeProvider time;
    private LoopbackServer server = null!;

    private ScriptedCore(TimeProvider time) => this.time = time;

    public Uri Address => server.Address;

    /// <summary>Path and query, the ETag that the front has and its key, of each request.</summary>
    public IReadOnlyList<(string Target, string? Known, string? Key)> Asked => [.. asked];

    /// <summary>The generation that is current; a front that has it is told so.</summary>
    public long Generation { get; set; } = 1;

    /// <summary>The life of the token, which is dead a second before its end.</summary>
    public TimeSpan Life { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How far its clock is ahead of the test's.</summary>
    public TimeSpan Skew { get; set; }

    /// <summary>Further members of a token's answer, with a comma before them.</summary>
    public string More { get; set; } = ",\"source\":\"database\"";

    /// <summary>What is answered in the place of a token; null = the token.</summary>
    public (int Status, string Body)? Problem { get; set; }

    /// <summary>Whether connections are cut off.</summary>
    public bool IsAway { get; set; }

    /// <summary>Awaited before each answer.</summary>
    public Func<Task> Hold { get; set; } = () => Task.CompletedTask;

    public static async Task<ScriptedCore> StartAsync(TimeProvider time)
    {
        var core = new ScriptedCore(time);
        core.server = await LoopbackServer.StartAsync(core.AnswerAsync);
        return core;
    }

    /// <summary>A problem as a core tells it.</summary>
    public static string Told(string code, string more = "") =>
        $$"""{"type":"about:blank","title":"t","status":0,"detail":"What the core says.","code":"{{code}}"{{more}}}""";

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        var known = request.Headers.IfNoneMatch is [{ } tag] ? tag : null;
        asked.Enqueue(($"{request.Path}{request.QueryString}", known, request.Headers["x-api-key"]));
        await Hold();
        if (IsAway)
        {
            context.Abort();
            return;
        }

        response.Headers.Date = (time.GetUtcNow() + Skew).ToString("R");
        if (Problem is { } problem)
        {
            (response.StatusCode, response.ContentType) = (problem.Status, "application/problem+json; charset=utf-8");
            await response.WriteAsync(problem.Body);
            return;
        }

        var etag = $"\"{Generation}-{Life.TotalSeconds}-{More.Length}\"";
        response.Headers.ETag = etag;
        response.StatusCode = known == etag ? 304 : 200;
        if (known == etag) return;
        response.ContentType = "application/json; charset=utf-8";
        await response.WriteAsync(Token());
    }

    private string Token() => $$"""
        {"token":"planted-{{Generation}}","expires_in":{{Life.TotalMilliseconds}},"token_type":"Bearer","generation":{{Generation}},
         "revalidate_after":{{RevalidateAfter.TotalMilliseconds}},"due_in":{{Life.TotalMilliseconds * 0.8}},
         "dead_in":{{Life.TotalMilliseconds - 1000}},"extra":{}{{More}} }
        """;
}
