using System.Net;
using System.Text;
using System.Text.Json;

namespace TokenFunctions.Core.Tests.Conformance;

/// <summary>Plays the answers of a vector back, without a network.</summary>
/// <param name="tape">The answers; it goes on where another way out to the provider stopped.</param>
/// <param name="certificate">The thumbprint of the client certificate that this way out shows; null = none.</param>
internal sealed class PlaybackProvider(PlaybackTape tape, string? certificate) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var sent = (await SentRequest.OfAsync(request, cancellationToken)) with { Certificate = certificate };
        // A request too many is told by the comparison of the requests; it needs an answer all the same.
        return tape.Next(sent) is { } answer ? Answer(answer) : Text(404, "");
    }

    private static HttpResponseMessage Answer(JsonElement json)
    {
        var status = json.TryGetProperty("status", out var given) && given.ValueKind == JsonValueKind.Number ? given.GetInt32() : 200;
        var answer = Text(status, json.TryGetProperty("body", out var body) ? BodyText(body) : "");
        if (!json.TryGetProperty("headers", out var headers)) return answer;
        foreach (var header in headers.EnumerateObject())
        {
            var values = header.Value.ValueKind == JsonValueKind.Array
                ? header.Value.EnumerateArray().Select(value => value.ToString()).ToList()
                : [header.Value.ToString()];
            if (!answer.Headers.TryAddWithoutValidation(header.Name, values))
                answer.Content.Headers.TryAddWithoutValidation(header.Name, values);
        }
        return answer;
    }

    private static string BodyText(JsonElement body) => body.ValueKind switch
    {
        JsonValueKind.Null => "",
        JsonValueKind.String => body.GetString()!,
        _ => body.GetRawText(),
    };

    private static HttpResponseMessage Text(int status, string body) =>
        new((HttpStatusCode)status) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
}
