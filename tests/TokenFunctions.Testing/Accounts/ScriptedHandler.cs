using System.Collections.Concurrent;
using System.Net;
using Azure.Core.Pipeline;

namespace TokenFunctions.Testing.Accounts;

/// <summary>A network that misbehaves as written down: each step is for one request, after the last all is well.</summary>
public sealed class ScriptedHandler() : DelegatingHandler(new SocketsHttpHandler())
{
    private readonly ConcurrentQueue<Func<Func<Task<HttpResponseMessage>>, Task<HttpResponseMessage>>> steps = new();
    private readonly ConcurrentQueue<HttpRequestMessage> requests = new();

    /// <summary>All requests that were sent.</summary>
    public IReadOnlyList<HttpRequestMessage> Requests => [.. requests];

    public HttpPipelineTransport Transport() => new HttpClientTransport(new HttpClient(this));

    /// <summary>The request does not reach the store.</summary>
    public ScriptedHandler Answer(HttpStatusCode status, string body = "", TimeSpan? retryAfter = null) => Then(_ =>
    {
        var answer = new HttpResponseMessage(status) { Content = new StringContent(body, null, "application/json") };
        if (retryAfter is { } pause) answer.Headers.RetryAfter = new(pause);
        return Task.FromResult(answer);
    });

    /// <summary>The request takes effect and its answer is lost.</summary>
    public ScriptedHandler LoseAnswer() => Then(async send =>
    {
        (await send()).Dispose();
        throw new HttpRequestException("The answer was lost.");
    });

    /// <summary>Something else happens before the request reaches the store.</summary>
    public ScriptedHandler Before(Func<Task> act) => Then(async send =>
    {
        await act();
        return await send();
    });

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        requests.Enqueue(request);
        // Waiting steps must end with the caller's patience, as a socket does.
        return steps.TryDequeue(out var step) ? step(Send).WaitAsync(cancellationToken) : Send();

        Task<HttpResponseMessage> Send() => base.SendAsync(request, cancellationToken);
    }

    private ScriptedHandler Then(Func<Func<Task<HttpResponseMessage>>, Task<HttpResponseMessage>> step)
    {
        steps.Enqueue(step);
        return this;
    }
}
