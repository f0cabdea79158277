using Microsoft.AspNetCore.Http;

namespace TokenFunctions.Client.Tests.Remote;

/// <summary>An answer that <see cref="ServiceDouble"/> gives.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The body.</param>
/// <param name="MediaType">Its media type; null = none.</param>
internal sealed record PlayedAnswer(int Status, string Body = "", string? MediaType = "application/json; charset=utf-8")
{
    /// <summary>Further headers.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>A token that lives for an hour, is due after 48 minutes and dead after 59, with the ETag of its generation.</summary>
    public static PlayedAnswer Token(long generation = 7, string more = "") => new(200, $$"""
        {"token":"planted-{{generation}}","expires_in":3600000,"source":"upstream","token_type":"Bearer","expires_at":"2026-01-01T13:00:00Z",
         "generation":{{generation}},"revalidate_after":60000,"due_in":2880000,"dead_in":3540000,"extra":{}{{more}} }
        """)
    { Headers = new Dictionary<string, string> { ["ETag"] = $"\"{generation}-1\"" } };

    /// <summary>A problem of the service.</summary>
    public static PlayedAnswer Problem(int status, string code, string more = "", string? retryAfter = null) => new(
        status, $$"""{"type":"about:blank","status":{{status}},"detail":"What happened.","code":"{{code}}"{{more}}}""", "application/problem+json; charset=utf-8")
    { Headers = retryAfter is null ? new Dictionary<string, string>() : new Dictionary<string, string> { ["Retry-After"] = retryAfter } };

    /// <summary>An answer of something in front of the service.</summary>
    public static PlayedAnswer Front(int status, string body = "<html>no</html>", string? retryAfter = null) =>
        Problem(status, "none", retryAfter: retryAfter) with { Body = body, MediaType = "text/html" };

    /// <summary>Puts it on the wire.</summary>
    public async Task SendAsync(HttpContext context)
    {
        context.Response.StatusCode = Status;
        foreach (var (name, value) in Headers) context.Response.Headers[name] = value;
        if (Status == 304) return;
        context.Response.ContentType = MediaType;
        await context.Response.WriteAsync(Body, context.RequestAborted);
    }
}
