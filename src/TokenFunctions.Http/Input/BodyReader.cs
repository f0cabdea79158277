using System.Buffers;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;
using TokenFunctions.Http.Problems;

namespace TokenFunctions.Http.Input;

/// <summary>Reads a JSON body as a whole, or says why not; both null = there is no body.</summary>
internal static class BodyReader
{
    /// <summary>The longest body, in bytes.</summary>
    public const int MaxBytes = 256 * 1024;

    public static async Task<Reading<JsonDocument>> ReadAsync(HttpContext context)
    {
        if (!MediaRule.HasBody(context)) return default;
        if (MediaRule.Check(context.Request) is { } wrong) return wrong;
        if (context.Request.ContentLength > MaxBytes) return InputProblem.BodyTooLarge();
        var (bytes, problem) = await ReadBytesAsync(context);
        return bytes is null ? problem! : bytes.Length == 0 ? default : Parse(WithoutMark(bytes));
    }

    /// <summary>As <see cref="ReadAsync"/>, for routes that cannot do without a body.</summary>
    public static async Task<Reading<JsonDocument>> RequireAsync(HttpContext context)
    {
        var body = await ReadAsync(context);
        return body is { Value: null, HasFailed: false } ? InputProblem.BodyRequired() : body;
    }

    private static async Task<Reading<byte[]>> ReadBytesAsync(HttpContext context)
    {
        try
        {
            return await ReadAllAsync(context) is { } bytes ? bytes : InputProblem.BodyTooLarge();
        }
        catch (IOException e)
            when (e is not BadHttpRequestException && !context.RequestAborted.IsCancellationRequested)
        {
            // So the web server says that a chunk's length is no number.
            return InputProblem.UnreadableBody();
        }
        catch (InvalidOperationException)
        {
            // So it says that a trailer is none, also when the caller has left since.
            return InputProblem.UnreadableBody();
        }
    }

    // The length that is announced can be absent, so what comes is counted too.
    private static async Task<byte[]?> ReadAllAsync(HttpContext context)
    {
        var reader = context.Request.BodyReader;
        while (true)
        {
            var read = await reader.ReadAsync(context.RequestAborted);
            if (read.Buffer.Length > MaxBytes)
            {
                reader.AdvanceTo(read.Buffer.End);
                return null;
            }

            if (read.IsCompleted)
            {
                var bytes = read.Buffer.ToArray();
                reader.AdvanceTo(read.Buffer.End);
                return bytes;
            }

            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    // Some editors begin a file with a byte order mark (RFC 8259 §8.1 lets a reader pass over it).
    private static ReadOnlyMemory<byte> WithoutMark(byte[] bytes) =>
        bytes.AsSpan().StartsWith("\uFEFF"u8) ? bytes.AsMemory(3) : bytes;

    private static Reading<JsonDocument> Parse(ReadOnlyMemory<byte> bytes)
    {
        if (!Utf8.IsValid(bytes.Span)) return InputProblem.InvalidJson("it holds bytes that are not UTF-8");
        if (JsonInspector.Inspect(bytes.Span) is { } fault) return fault;
        var document = JsonDocument.Parse(bytes);
        if (document.RootElement.ValueKind == JsonValueKind.Object) return document;
        document.Dispose();
        return InputProblem.InvalidJson("it must be one object");
    }
}
