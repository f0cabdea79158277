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

    public static Task<Reading<JsonDocument>> ReadAsync(HttpContext context) => ReadAsync(context, BodyLimits.Standard);

    /// <summary>As <see cref="ReadAsync(HttpContext)"/>, for routes that cannot do without a body.</summary>
    /// <param name="context">The request.</param>
    /// <param name="limits">How large the body may be; null = as usual.</param>
    public static async Task<Reading<JsonDocument>> RequireAsync(HttpContext context, BodyLimits? limits = null)
    {
        var body = await ReadAsync(context, limits ?? BodyLimits.Standard);
        return body is { Value: null, HasFailed: false } ? InputProblem.BodyRequired() : body;
    }

    private static async Task<Reading<JsonDocument>> ReadAsync(HttpContext context, BodyLimits limits)
    {
        if (!MediaRule.HasBody(context)) return default;
        if (MediaRule.Check(context.Request) is { } wrong) return wrong;
        if (context.Request.ContentLength > limits.MaxBytes) return InputProblem.BodyTooLarge(limits.MaxBytes);
        var (bytes, problem) = await ReadBytesAsync(context, limits.MaxBytes);
        return bytes is null ? problem! : bytes.Length == 0 ? default : Parse(WithoutMark(bytes), limits.MaxValues);
    }

    private static async Task<Reading<byte[]>> ReadBytesAsync(HttpContext context, int max)
    {
        try
        {
            return await ReadAllAsync(context, max) is { } bytes ? bytes : InputProblem.BodyTooLarge(max);
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
    private static async Task<byte[]?> ReadAllAsync(HttpContext context, int max)
    {
        var reader = context.Request.BodyReader;
        while (true)
        {
            var read = await reader.ReadAsync(context.RequestAborted);
            if (read.Buffer.Length > max)
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

    private static Reading<JsonDocument> Parse(ReadOnlyMemory<byte> bytes, int maxValues)
    {
        if (!Utf8.IsValid(bytes.Span)) return InputProblem.InvalidJson("it holds bytes that are not UTF-8");
        if (JsonInspector.Inspect(bytes.Span, maxValues) is { } fault) return fault;
        var document = JsonDocument.Parse(bytes);
        if (document.RootElement.ValueKind == JsonValueKind.Object) return document;
        document.Dispose();
        return InputProblem.InvalidJson("it must be one object");
    }
}
