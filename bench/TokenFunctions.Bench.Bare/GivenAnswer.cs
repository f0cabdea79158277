using System.Text;
using Microsoft.Extensions.Primitives;

namespace TokenFunctions.Bench.Bare;

/// <summary>An answer that was kept in a file: headers, an empty line, the body. It is given to who names realm and key
/// and sends a key.</summary>
internal sealed class GivenAnswer
{
    private readonly Dictionary<string, string> headers;
    private readonly StringValues type;
    private readonly StringValues cacheControl;
    private readonly StringValues typeOptions;
    private readonly StringValues tag;
    private readonly byte[] body;

    private GivenAnswer(Dictionary<string, string> headers, string body)
    {
        this.headers = headers;
        (type, cacheControl) = (Take("Content-Type"), Take("Cache-Control"));
        (typeOptions, tag) = (Take("X-Content-Type-Options"), Take("ETag"));
        if (headers.Count > 0) throw new InvalidDataException($"A header that is not given: {headers.Keys.First()}");
        this.body = Encoding.UTF8.GetBytes(body);
    }

    /// <summary>Reads the file.</summary>
    public static GivenAnswer Read(string file)
    {
        var parts = File.ReadAllText(file).Split("\n\n", 2);
        var lines = parts[0].Split('\n').Select(line => line.Split(": ", 2));
        return new GivenAnswer(lines.ToDictionary(l => l[0], l => l[1], StringComparer.OrdinalIgnoreCase), parts[1]);
    }

    /// <summary>Gives it.</summary>
    public Task GiveAsync(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        if (request.Query["realm"].Count != 1 || request.Query["key"].Count != 1 || request.Headers["x-api-key"].Count != 1)
        {
            response.StatusCode = StatusCodes.Status400BadRequest;
            return Task.CompletedTask;
        }

        response.Headers.ContentType = type;
        response.Headers.CacheControl = cacheControl;
        response.Headers.XContentTypeOptions = typeOptions;
        response.Headers.ETag = tag;
        response.ContentLength = body.Length;
        return response.Body.WriteAsync(body, context.RequestAborted).AsTask();
    }

    private string Take(string name) =>
        headers.Remove(name, out var value) ? value : throw new InvalidDataException($"No {name} in the answer.");
}
