using System.Net;
using System.Text;

namespace TokenFunctions.Http.Tests.App;

/// <summary>A provider without a network: it answers what a test says.</summary>
internal sealed class ScriptedProvider : HttpMessageHandler
{
    private readonly Queue<(int Status, string Body)> answers = new();

    /// <summary>How often it was asked.</summary>
    public int Calls { get; private set; }

    /// <summary>Called with each call, before its answer.</summary>
    public Action WhenAsked { get; set; } = () => { };

    public void Next(string body, int status = 200) => answers.Enqueue((status, body));

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Calls++;
        WhenAsked();
        // Nobody there: as when a connection is refused.
        if (!answers.TryDequeue(out var next)) throw new HttpRequestException(HttpRequestError.ConnectionError);
        var (status, body) = next;
        var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        response.Headers.TryAddWithoutValidation("Set-Cookie", "SID=cookie-value-of-the-provider; Secure");
        return Task.FromResult(response);
    }
}
