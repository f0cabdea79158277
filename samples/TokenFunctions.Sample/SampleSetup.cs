using System.Text;
using System.Text.Json;
using TokenFunctions.Host.Demo;
using TokenFunctions.Tokens;

namespace TokenFunctions.Sample;

/// <summary>What an operator does once: the realm, its secret, and a caller for the program.</summary>
internal static class SampleSetup
{
    /// <summary>The token that the program uses.</summary>
    public static readonly TokenKey Token = new("wechat", "shop");

    /// <summary>Makes all three.</summary>
    /// <returns>The caller's key.</returns>
    public static async Task<SecretText> MakeAsync(
        ServiceProcess service, string provider, SampleProviderOptions options)
    {
        using var http = new HttpClient { BaseAddress = service.Address };
        http.DefaultRequestHeaders.Add("x-api-key", service.AdminKey);
        await PostAsync(http, "/api/realm", $$"""
            {
              "id": "{{Token.Realm}}",
              "preset": "wechat-official-account",
              "config": {
                "url": "{{provider}}/cgi-bin/token",
                "policy": {
                  "overlap_sec": {{(int)options.Overlap.TotalSeconds}},
                  "refresh_before_sec": 4,
                  "force_min_interval_sec": 1
                }
              }
            }
            """);
        await PostAsync(http, "/api/secret", $$"""
            {
              "realm": "{{Token.Realm}}",
              "key": "{{Token.Key}}",
              "fields": { "app_id": "{{options.AppId}}", "app_secret": "{{options.AppSecret}}" }
            }
            """);
        using var caller = JsonDocument.Parse(await PostAsync(http, "/api/caller", $$"""
            { "id": "sample", "allow": [ { "realm": "{{Token.Realm}}", "key": "{{Token.Key}}", "verbs": ["read"] } ] }
            """));
        return new SecretText(caller.RootElement.GetProperty("api_key").GetString()!);
    }

    private static async Task<string> PostAsync(HttpClient http, string path, string json)
    {
        using var body = new StringContent(json, Encoding.UTF8, "application/json");
        using var answer = await http.PostAsync(new Uri(path, UriKind.Relative), body);
        var text = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode ? text : throw new InvalidOperationException($"{path} was refused: {text}");
    }
}
