using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using TokenFunctions.Testing.Servers;

namespace TokenFunctions.Processes.Endurance;

/// <summary>A provider whose new token ends the old one at once. It knows when it issued each, and checks them at
/// use.</summary>
internal sealed class StrictProvider : IAsyncDisposable
{
    // From the issue to the answer: the time in which nobody but the provider knows that the old token is dead.
    private static readonly TimeSpan Delay = TimeSpan.FromMilliseconds(10);

    private readonly ConcurrentDictionary<string, Issue> newest = new(StringComparer.Ordinal);
    private LoopbackServer server = null!;
    private int calls;

    private StrictProvider()
    {
    }

    public int Calls => Volatile.Read(ref calls);

    public string Address => server.Address.GetLeftPart(UriPartial.Authority);

    public static async Task<StrictProvider> StartAsync()
    {
        var provider = new StrictProvider();
        provider.server = await LoopbackServer.StartAsync(provider.AnswerAsync);
        return provider;
    }

    /// <summary>Whether the token works now; and the account's newest issue.</summary>
    public (bool Works, Issue Newest) Use(string account, string token)
    {
        var issue = newest[account];
        return (issue.Token == token && Stopwatch.GetElapsedTime(issue.At) < issue.Life, issue);
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var account = context.Request.Query["account"].ToString();
        var life = int.Parse(context.Request.Query["life"].ToString(), System.Globalization.CultureInfo.InvariantCulture);
        var token = $"strict-{account}-{Interlocked.Increment(ref calls)}-{Guid.NewGuid():N}";
        newest[account] = new Issue(token, Stopwatch.GetTimestamp(), TimeSpan.FromSeconds(life));
        await Task.Delay(Delay, context.RequestAborted);
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync($$"""{"access_token":"{{token}}","expires_in":{{life}}}""", context.RequestAborted);
    }
}
