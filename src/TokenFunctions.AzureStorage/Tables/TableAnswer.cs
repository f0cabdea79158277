using System.Text.Json;
using Azure;

namespace TokenFunctions.AzureStorage;

/// <summary>What the Table service answered.</summary>
/// <param name="Response">The answer with its body.</param>
/// <param name="WasRetried">Whether the request was sent more than once.</param>
internal sealed record TableAnswer(Response Response, bool WasRetried)
{
    public int Status => Response.Status;

    public string? ETag => Header("ETag");

    public string? Header(string name) => Response.Headers.TryGetValue(name, out var value) ? value : null;

    public bool Is(string code) => string.Equals(ErrorCode(), code, StringComparison.Ordinal);

    /// <summary>The service's own name of the error; null where the answer is not the service's,
    /// such as a proxy's page.</summary>
    public string? ErrorCode()
    {
        if (Header("x-ms-error-code") is { } named) return named;
        if (!(Response.Headers.ContentType ?? "").Contains("json", StringComparison.OrdinalIgnoreCase)) return null;
        try
        {
            using var body = JsonDocument.Parse(Response.Content.ToMemory());
            return body.RootElement.ValueKind == JsonValueKind.Object
                && body.RootElement.TryGetProperty("odata.error", out var error)
                && error.ValueKind == JsonValueKind.Object
                && error.TryGetProperty("code", out var code)
                && code.ValueKind == JsonValueKind.String ? code.GetString() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
