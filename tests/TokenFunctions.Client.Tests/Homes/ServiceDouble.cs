using Microsoft.AspNetCore.Http;
using TokenFunctions.Testing.Servers;

namespace TokenFunctions.Client.Tests.Homes;

/// <summary>A token service that hands out one token a key, as the real one answers.</summary>
internal sealed class ServiceDouble : IAsyncDisposable
{
    private readonly LoopbackServer server;

    private ServiceDouble(LoopbackServer server, Counts counts) => (this.server, Calls) = (server, counts);

    public Uri Address => server.Address;

    /// <summary>What it was asked for.</summary>
    public Counts Calls { get; }

    public static async Task<ServiceDouble> StartAsync(string attach = "null")
    {
        var counts = new Counts();
        return new ServiceDouble(await LoopbackServer.StartAsync(context => AnswerAsync(context, counts, attach)), counts);
    }

    /// <summary>The value of a key's token.</summary>
    public static string ValueOf(string key) => $"planted-token-of-{key}";

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private static Task AnswerAsync(HttpContext context, Counts counts, string attach)
    {
        if (context.Request.Path != "/api/cache/token") return Task.CompletedTask;
        var key = context.Request.Query["key"].ToString();
        counts.Add(context.Request.Headers["x-api-key"].ToString());
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.Headers.ETag = "\"1700000000\"";
        return context.Response.WriteAsync($$"""
            {
              "token": "{{ValueOf(key)}}", "expires_in": 3600000, "source": "database", "token_type": "Bearer",
              "expires_at": "{{TimeProvider.System.GetUtcNow().AddHours(1):yyyy-MM-ddTHH:mm:ss.fffZ}}", "generation": 1700000000,
              "revalidate_after": 30000, "due_in": 2880000, "dead_in": 3540000, "extra": {}, "attach": {{attach}}
            }
            """);
    }
}
