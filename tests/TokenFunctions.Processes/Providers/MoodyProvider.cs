using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using TokenFunctions.Testing.Servers;

namespace TokenFunctions.Processes.Providers;

/// <summary>A provider with several accounts, the first part of the path, each in a mood of its own; it counts the calls
/// of each.</summary>
internal sealed class MoodyProvider : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, int> calls = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Mood> moods = new(StringComparer.Ordinal);
    private LoopbackServer server = null!;

    private MoodyProvider()
    {
    }

    public string Address => server.Address.GetLeftPart(UriPartial.Authority);

    /// <summary>The lives of the accounts' tokens, in seconds; 7200 where there is none here.</summary>
    public ConcurrentDictionary<string, int> Lives { get; } = new(StringComparer.Ordinal);

    public static async Task<MoodyProvider> StartAsync()
    {
        var provider = new MoodyProvider();
        provider.server = await LoopbackServer.StartAsync(provider.AnswerAsync);
        return provider;
    }

    /// <summary>How many calls the account got.</summary>
    public int Calls(string account) => calls.GetValueOrDefault(account);

    public void Set(string account, Mood mood) => moods[account] = mood;

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var account = context.Request.Path.Value!.Split('/')[1];
        var mood = moods.GetValueOrDefault(account, Mood.Well);
        var call = calls.AddOrUpdate(account, 1, (_, before) => before + 1);
        if (mood == Mood.Hanging) await Task.Delay(Timeout.Infinite, context.RequestAborted);
        context.Response.StatusCode = mood switch { Mood.Failing => 500, Mood.Throttling => 429, _ => 200 };
        if (mood == Mood.Throttling) context.Response.Headers.RetryAfter = "1";
        context.Response.ContentType = "application/json";
        var answer = mood == Mood.Well
            ? $$"""{"access_token":"moody-{{account}}-{{call}}-{{Guid.NewGuid():N}}","expires_in":{{Lives.GetValueOrDefault(account, 7200)}}}"""
            : """{"error":"not_now"}""";
        await context.Response.WriteAsync(answer, context.RequestAborted);
    }
}
