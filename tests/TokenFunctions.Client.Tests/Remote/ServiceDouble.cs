using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using TokenFunctions.Testing.Servers;

namespace TokenFunctions.Client.Tests.Remote;

/// <summary>A server in the service's place, which records what it is asked and answers what a test wants.</summary>
internal sealed class ServiceDouble : IAsyncDisposable
{
    private readonly ConcurrentQueue<SeenRequest> seen = new();
    private readonly TimeProvider time;
    private LoopbackServer server = null!;

    private ServiceDouble(TimeProvider time) => this.time = time;

    public Uri Address => server.Address;

    public IReadOnlyList<SeenRequest> Seen => [.. seen];

    /// <summary>What is answered, from now on.</summary>
    public PlayedAnswer Answer { get; set; } = PlayedAnswer.Token();

    /// <summary>What happens before the answer; what it throws breaks the connection.</summary>
    public Func<HttpContext, Task> Before { get; set; } = _ => Task.CompletedTask;

    /// <summary>How far its clock is ahead of the test's.</summary>
    public TimeSpan Skew { get; set; }

    public static async Task<ServiceDouble> StartAsync(TimeProvider time)
    {
        var service = new ServiceDouble(time);
        service.server = await LoopbackServer.StartAsync(service.AnswerAsync);
        return service;
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var request = context.Request;
        var headers = request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        seen.Enqueue(new SeenRequest($"{request.Path}{request.QueryString}", headers));
        var answer = Answer;
        await Before(context);
        context.Response.Headers.Date = (time.GetUtcNow() + Skew).ToString("R");
        await answer.SendAsync(context);
    }
}
