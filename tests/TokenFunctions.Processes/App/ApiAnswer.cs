using System.Net;
using System.Text.Json;

namespace TokenFunctions.Processes.App;

/// <summary>An answer of the app.</summary>
internal sealed record ApiAnswer(HttpStatusCode Status, string Body, string? MediaType)
{
    public JsonElement Json { get; } = Parse(Body);

    public string Token => Text("token") ?? throw new InvalidOperationException($"No token in {Status}: {Body}");

    /// <summary>The token of a token answer; null = it is none. In a trial's answer <c>token</c> is an object that tells of it.</summary>
    public string? TokenText => Json is { ValueKind: JsonValueKind.Object } && Json.TryGetProperty("token", out var token)
        && token.ValueKind == JsonValueKind.String ? token.GetString() : null;

    /// <summary>The API key that the answer shows, this once; null = none.</summary>
    public string? ApiKey => Text("api_key");

    public string? Source => Text("source");

    public string? Code => Text("code");

    public long Generation => Json.GetProperty("generation").GetInt64();

    public string? Text(string name) =>
        Json.ValueKind == JsonValueKind.Object && Json.TryGetProperty(name, out var value) ? value.ToString() : null;

    // Without the body, which may hold a token.
    public override string ToString() => $"{Status} {Code}";

    private static JsonElement Parse(string body)
    {
        if (body.Length == 0 || body[0] is not ('{' or '[')) return default;
        using var json = JsonDocument.Parse(body);
        return json.RootElement.Clone();
    }
}
