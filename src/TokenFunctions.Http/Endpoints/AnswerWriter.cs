using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using TokenFunctions.Http.Languages;
using TokenFunctions.Http.Problems;
using TokenFunctions.Storage;

namespace TokenFunctions.Http.Endpoints;

/// <summary>Puts answers on the wire, whole and with their length.</summary>
internal sealed class AnswerWriter(StoreClock clock)
{
    private const string PlainType = "text/plain; charset=utf-8";

    public Task WriteAsync(HttpContext context, Answer answer)
    {
        var response = context.Response;
        response.StatusCode = answer.Status;
        if (answer.ETag is { } tag) response.Headers.ETag = tag;
        if (answer.CacheControl is { } cache) response.Headers.CacheControl = cache;
        if (answer.Problem is { } problem) return WriteAsync(context, problem);
        if (answer.Text is { } text)
        {
            response.ContentType = answer.TextType ?? PlainType;
            response.ContentLength = Encoding.UTF8.GetByteCount(text);
            return response.WriteAsync(text, context.RequestAborted);
        }

        if (answer.Worded is { } worded)
        {
            var language = Speak(context);
            return SendAsync(response, AnswerJson.MediaType, w => worded(w, language));
        }

        return answer.Json is { } json ? SendAsync(response, AnswerJson.MediaType, json) : Task.CompletedTask;
    }

    /// <summary>Writes a good answer that is JSON already, in one go.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="tag">Its ETag with the quotes.</param>
    /// <param name="json">Its body, in an array of the shared pool, which gets it back.</param>
    public static Task WriteAsync(HttpResponse response, string tag, ArraySegment<byte> json)
    {
        response.Headers.ETag = tag;
        response.ContentType = AnswerJson.MediaType;
        response.ContentLength = json.Count;
        var writing = response.BodyWriter.WriteAsync(json);
        if (!writing.IsCompletedSuccessfully) return EndAsync(writing, json.Array!);
        writing.GetAwaiter().GetResult();
        ArrayPool<byte>.Shared.Return(json.Array!, clearArray: true);
        return Task.CompletedTask;
    }

    private static async Task EndAsync(ValueTask<FlushResult> writing, byte[] array)
    {
        await writing;
        // Not after a fault: somebody might still read it.
        ArrayPool<byte>.Shared.Return(array, clearArray: true);
    }

    private Task WriteAsync(HttpContext context, Problem problem)
    {
        var (response, language) = (context.Response, Speak(context));
        if (problem.Status == StatusCodes.Status401Unauthorized) response.Headers.WWWAuthenticate = "Bearer";
        if (problem.RetryAt is { } at) response.Headers.RetryAfter = Seconds(at - clock.Now);
        return SendAsync(response, ProblemJson.MediaType, w => ProblemJson.Write(w, problem, language));
    }

    // Whoever keeps the answer must know that another asker may get it in other words.
    private static Language Speak(HttpContext context)
    {
        var language = LanguageChoice.Of(context.Request);
        context.Response.Headers.ContentLanguage = language.Tag;
        context.Response.Headers.Vary = HeaderNames.AcceptLanguage;
        return language;
    }

    // Rounded up: a caller that comes a moment too early would be refused again.
    private static string Seconds(TimeSpan wait) =>
        Math.Max(1, (long)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);

    private static async Task SendAsync(HttpResponse response, string type, Action<Utf8JsonWriter> json)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        await using (var writer = new Utf8JsonWriter(buffer, AnswerJson.Options)) json(writer);
        response.ContentType = type;
        response.ContentLength = buffer.WrittenCount;
        await response.BodyWriter.WriteAsync(buffer.WrittenMemory, response.HttpContext.RequestAborted);
    }
}
