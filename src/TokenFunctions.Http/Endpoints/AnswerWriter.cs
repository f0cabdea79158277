using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using TokenFunctions.Http.Problems;
using TokenFunctions.Storage;

namespace TokenFunctions.Http.Endpoints;

/// <summary>Puts answers on the wire, whole and with their length.</summary>
internal sealed class AnswerWriter(StoreClock clock)
{
    private const string JsonType = "application/json; charset=utf-8";
    private const string PlainType = "text/plain; charset=utf-8";

    // What HTML would need is left readable: no answer is HTML, and nosniff keeps browsers from taking one for it.
    private static readonly JsonWriterOptions Readable =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public Task WriteAsync(HttpContext context, Answer answer)
    {
        var response = context.Response;
        response.StatusCode = answer.Status;
        if (answer.ETag is { } tag) response.Headers.ETag = tag;
        if (answer.CacheControl is { } cache) response.Headers.CacheControl = cache;
        if (answer.Problem is { } problem) return WriteAsync(response, problem);
        if (answer.Text is { } text)
        {
            response.ContentType = answer.TextType ?? PlainType;
            response.ContentLength = Encoding.UTF8.GetByteCount(text);
            return response.WriteAsync(text, context.RequestAborted);
        }

        return answer.Json is { } json ? SendAsync(response, JsonType, json) : Task.CompletedTask;
    }

    private Task WriteAsync(HttpResponse response, Problem problem)
    {
        if (problem.Status == StatusCodes.Status401Unauthorized) response.Headers.WWWAuthenticate = "Bearer";
        if (problem.RetryAt is { } at) response.Headers.RetryAfter = Seconds(at - clock.Now);
        return SendAsync(response, ProblemJson.MediaType, w => ProblemJson.Write(w, problem));
    }

    // Rounded up: a caller that comes a moment too early would be refused again.
    private static string Seconds(TimeSpan wait) =>
        Math.Max(1, (long)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);

    private static async Task SendAsync(HttpResponse response, string type, Action<Utf8JsonWriter> json)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        await using (var writer = new Utf8JsonWriter(buffer, Readable)) json(writer);
        response.ContentType = type;
        response.ContentLength = buffer.WrittenCount;
        await response.BodyWriter.WriteAsync(buffer.WrittenMemory, response.HttpContext.RequestAborted);
    }
}
