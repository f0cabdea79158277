using System.Text.Json;

namespace TokenFunctions.Client.Remote;

/// <summary>A problem of the service (RFC 9457).</summary>
/// <param name="Code">Its stable name.</param>
/// <param name="Detail">What happened and what to do.</param>
internal sealed record ServiceProblem(string Code, string Detail)
{
    private const string ProblemType = "application/problem+json";

    /// <summary>When asking again can help, the service's time; null = not told.</summary>
    public DateTimeOffset? RetryAt { get; init; }

    /// <summary>The provider's own code; null = none.</summary>
    public string? UpstreamCode { get; init; }

    /// <summary>The provider's own message; null = none.</summary>
    public string? UpstreamMessage { get; init; }

    /// <summary>Reads an answer; null = it is no problem of the service, but of something in front of it.</summary>
    public static ServiceProblem? Read(ServiceAnswer answer)
    {
        var isProblem = string.Equals(answer.MediaType, ProblemType, StringComparison.OrdinalIgnoreCase);
        if (!isProblem || answer.Body is not { } body) return null;
        try
        {
            using var json = JsonDocument.Parse(body);
            return Read(json.RootElement);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // Not JSON, or a text in it that is no Unicode.
            return null;
        }
    }

    private static ServiceProblem? Read(JsonElement json)
    {
        if (Told.Code(json.Text("code")) is not { } code) return null;
        var upstream = json.Find("upstream") ?? default;
        return new ServiceProblem(code, Told.Sentence(json.Text("detail")) ?? "The service says no more.")
        {
            RetryAt = json.Time("retry_at"),
            UpstreamCode = Told.Code(upstream.Text("code")),
            UpstreamMessage = Told.Sentence(upstream.Text("message")),
        };
    }
}
