using System.Net;
using System.Text;
using System.Text.Json;

namespace TokenFunctions.Core.Tests.Conformance;

/// <summary>Notes each request and plays the answers of a vector back in order, without a network.</summary>
internal sealed class PlaybackProvider(IEnumerable<JsonElement> answers) : HttpMessageHandler
{
    private readonly Queue<JsonElement> rest = new(answers);

    public List<SentRequest> Sent { get; } = [];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Sent.Add(await SentRequest.OfAsync(request, cancellationToken));
        // A request too many is told by the comparison of the requests; it needs an answer all the same.
        return rest.TryDequeue(out var answer) && answer.ValueKind == JsonValueKind.Object ? Answer(answer) : Text(404, "");
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
