using System.Collections.Concurrent;
using System.Net;

namespace TokenFunctions.Client.Tests.Service;

/// <summary>Counts the calls that go to the service, and keeps how they ended.</summary>
internal sealed class CountingHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private readonly ConcurrentQueue<HttpStatusCode> statuses = new();
    private int calls;

    /// <summary>How many were sent, answered or not.</summary>
    public int Calls => Volatile.Read(ref calls);

    /// <summary>How those that were answered ended.</summary>
    public IReadOnlyList<HttpStatusCode> Statuses => [.. statuses];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref calls);
        var answer = await base.SendAsync(request, cancellationToken);
        statuses.Enqueue(answer.StatusCode);
        return answer;
    }
}
