using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using TokenFunctions.Processes.App;
using TokenFunctions.Testing.Servers;

namespace TokenFunctions.Bench.Servers;

/// <summary>A provider on this machine. Each token begins with the secret that it was asked for with, which is no
/// secret here: so each answer can be checked.</summary>
internal sealed class TokenProvider : IAsyncDisposable
{
    private readonly int length;
    private readonly TimeSpan wait;
    private readonly ConcurrentQueue<Issue> issues = new();
    private LoopbackServer server = null!;

    private TokenProvider(int length, TimeSpan wait) => (this.length, this.wait) = (length, wait);

    /// <summary>All calls so far, in their order.</summary>
    public IReadOnlyCollection<Issue> Issues => issues;

    /// <summary>Starts it.</summary>
    /// <param name="length">How many characters a token has.</param>
    /// <param name="wait">How long it takes to answer.</param>
    public static async Task<TokenProvider> StartAsync(int length, TimeSpan wait = default)
    {
        var provider = new TokenProvider(length, wait);
        provider.server = await LoopbackServer.StartAsync(provider.AnswerAsync);
        return provider;
    }

    /// <summary>A realm whose tokens live so long.</summary>
    public string RealmOf(TimeSpan life) =>
        RealmConfigs.Plain(FormattableString.Invariant($"{server.Address}token/{life.TotalSeconds:0}"), "");

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        using var body = await JsonDocument.ParseAsync(context.Request.Body, default, context.RequestAborted);
        var secret = body.RootElement.GetProperty("secret").GetString()!;
        var issue = new Issue(secret, Stopwatch.GetTimestamp());
        issues.Enqueue(issue);
        if (wait > TimeSpan.Zero) await Task.Delay(wait, TimeProvider.System, context.RequestAborted);
        var token = FormattableString.Invariant($"{secret}.{issue.At}.").PadRight(length, 'x');
        var life = context.Request.Path.Value!.Split('/')[^1];
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(
            $$"""{"access_token":"{{token}}","expires_in":{{life}}}""", context.RequestAborted);
    }
}
