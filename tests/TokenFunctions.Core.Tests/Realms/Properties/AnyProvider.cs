using System.Net;
using TokenFunctions.Testing;

namespace TokenFunctions.Core.Tests.Realms.Properties;

/// <summary>A provider that answers anything, and notes what it was sent.</summary>
internal sealed class AnyProvider(Chance chance, AnyBody bodies) : HttpMessageHandler
{
    private static readonly string[] Delays = ["1", "0", "-1", "99999999999999", "Wed, 21 Oct 2099 07:28:00 GMT", "Fri, 31 Dec 9999 23:59:59 GMT", "Wed, 21 Oct 1999 07:28:00 GMT", "soon", ""];

    /// <summary>Each request: its head and its body's bytes.</summary>
    public List<(string Head, byte[] Body)> Sent { get; } = [];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Sent.Add((Head(request), request.Content is { } content ? await content.ReadAsByteArrayAsync(cancellationToken) : []));
        if (chance.OneIn(30)) throw Fault();
        var answer = new HttpResponseMessage((HttpStatusCode)(chance.OneIn(5) ? chance.Pick(201, 204, 302, 400, 401, 403, 404, 408, 429, 500, 503, 999) : 200))
        {
            Content = new ByteArrayContent(bodies.Next()),
        };
        if (chance.OneIn(3)) Add(answer, "Retry-After", chance.Pick(Delays));
        if (chance.OneIn(3)) Add(answer, "Set-Cookie", chance.Pick("T=abc; Path=/", "T=\"x\"", "=", ";", "T", chance.Text()));
        if (chance.OneIn(3)) Add(answer, "X-T", chance.Pick("token", "", chance.Text()));
        if (chance.OneIn(3)) Add(answer, "Content-Type", chance.Pick("text/html", "application/json; charset=odd", chance.Text()));
        return answer;
    }

    private Exception Fault() => chance.Below(4) switch
    {
        0 => new OperationCanceledException("planted"),
        1 => new IOException("planted"),
        _ => new HttpRequestException(chance.Pick(Enum.GetValues<HttpRequestError>()), "planted"),
    };

    private static void Add(HttpResponseMessage answer, string name, string value)
    {
        if (!answer.Headers.TryAddWithoutValidation(name, value)) answer.Content.Headers.TryAddWithoutValidation(name, value);
    }

    private static string Head(HttpRequestMessage request)
    {
        var headers = request.Headers.NonValidated.Concat(request.Content?.Headers.NonValidated ?? default);
        return $"{request.Method} {request.RequestUri!.AbsoluteUri}\n{string.Concat(headers.Select(header => $"{header.Key}: {header.Value}\n"))}";
    }
}
