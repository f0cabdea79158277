using System.Text.Json;

namespace TokenFunctions.Http.Tests.App;

/// <summary>An answer as it came.</summary>
internal sealed record Reply(int Status, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public JsonElement Json => JsonElement.Parse(Body);

    public string? Code => Text("code");

    public string? Field => Text("field");

    public string? Header(string name) => Headers.GetValueOrDefault(name);

    public string? Text(string member) => Json.TryGetProperty(member, out var value) ? value.GetString() : null;

    /// <summary>Everything in it, for a search.</summary>
    public string All => string.Join('\n', Headers.Select(h => $"{h.Key}: {h.Value}")) + "\n" + Body;

    public static async Task<Reply> ReadAsync(HttpResponseMessage response)
    {
        var headers = response.Headers.Concat(response.Content.Headers)
            .ToDictionary(h => h.Key, h => string.Join(", ", h.Value), StringComparer.OrdinalIgnoreCase);
        return new Reply((int)response.StatusCode, headers, await response.Content.ReadAsStringAsync());
    }
}
