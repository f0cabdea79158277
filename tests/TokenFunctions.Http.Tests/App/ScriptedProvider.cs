using System.Collections.Concurrent;
using System.Net;
using System.Text;

namespace TokenFunctions.Http.Tests.App;

/// <summary>A provider without a network: it answers what a test says.</summary>
internal sealed class ScriptedProvider : HttpMessageHandler
{
    private readonly ConcurrentQueue<(int Status, string Body)> answers = new();

    private int calls;

    /// <summary>How often it was asked.</summary>
    public int Calls => Volatile.Read(ref calls);

    /// <summary>Awaited before each answer.</summary>
    public Task Held { get; set; } = Task.CompletedTask;

    /// <summary>Called with each call, before its answer.</summary>
    public Action WhenAsked { get; set; } = () => { };

    public void Next(string body, int status = 200) => answers.Enqueue((status, body));

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        WhenAsked();
        Interlocked.Increment(ref calls);
        await Held;
        // Nobody there: as when a connection is refused.
        if (!answers.TryDequeue(out var next)) throw new HttpRequestException(HttpRequestError.ConnectionError);
        var (status, body) = next;
        var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        response.Headers.TryAddWithoutValidation("Set-Cookie", "SID=cookie-value-of-the-provider; Secure");
        return response;
    }
}
