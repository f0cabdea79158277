using System.Net;
using System.Text;

namespace TokenFunctions.Core.Tests.Realms.Doubles;

/// <summary>A provider that notes the request and answers what it was told to, without a network.</summary>
internal sealed class CannedProvider(Func<HttpResponseMessage> answer) : HttpMessageHandler
{
    public HttpRequestMessage? Request { get; private set; }

    public string? Body { get; private set; }

    public string? ContentType { get; private set; }

    public int Calls { get; private set; }

    public static CannedProvider Answering(string body, int status = 200, string? retryAfter = null) =>
        Answering(Encoding.UTF8.GetBytes(body), status, retryAfter);

    public static CannedProvider Answering(byte[] body, int status = 200, string? retryAfter = null) => new(() =>
    {
        var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new ByteArrayContent(body) };
        if (retryAfter is not null) response.Headers.TryAddWithoutValidation("Retry-After", retryAfter);
        return response;
    });

    public string? Header(string name) =>
        Request!.Headers.NonValidated.TryGetValues(name, out var values) ? values.ToString() : null;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Calls++;
        Request = request;
        Body = request.Content is null ? null : Encoding.UTF8.GetString(await request.Content.ReadAsByteArrayAsync(cancellationToken));
        ContentType = request.Content?.Headers.ContentType?.ToString();
        return answer();
    }
}
