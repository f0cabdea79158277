using System.Net;
using System.Text.Json;
using TokenFunctions.App.Tests.Providers;
using TokenFunctions.Processes.App;

namespace TokenFunctions.App.Tests.Tests;

/// <summary>Puts planted values through the routes that show what was sent and answered, or that take values in.</summary>
internal static class TrialAttack
{
    /// <summary>The attack on an app; every answer becomes evidence.</summary>
    public static async Task RunAsync(ApiClient api)
    {
        await using var echo = await EchoProvider.StartAsync();
        foreach (var (path, format) in new[] { ("token", "json"), ("refuse", "json"), ("text", "json"), ("text", "text"), ("text", "form") })
        {
            foreach (var type in new[] { "json", "form", "xml" }) await TryAsync(api, $"{echo.Address}/{path}", type, format);
        }

        await TryStoredAsync(api, echo.Address);
        await DraftAsync(api);
        await MisuseAsync(api);
    }

    private static async Task TryAsync(ApiClient api, string url, string type, string format)
    {
        var secret = Secret();
        var inputs = $$"""{"ticket":"{{Evidence.PlantWord()}}"}""";
        var body = $$"""{"realm":{"id":"tried","config":{{Config(url, type, format)}} },"secret":{"fields":{{secret}} },"inputs":{{inputs}},"confirm":true}""";

        var answer = await api.PostAsync("/api/realm-test", body);

        Assert.True(answer.Status == HttpStatusCode.OK, answer.Body);
        Assert.Contains("exchanges", answer.Body, StringComparison.Ordinal);
    }

    private static async Task TryStoredAsync(ApiClient api, string address)
    {
        foreach (var path in new[] { "token", "refuse" })
        {
            await api.PostAsync("/api/realm", $$"""{"id":"echo-{{path}}","config":{{Config($"{address}/{path}", "json", "json", withState: false)}} }""");
            await api.PostAsync("/api/secret", $$"""{"realm":"echo-{{path}}","key":"k","fields":{{Secret()}} }""");
            Assert.Equal(HttpStatusCode.OK, (await api.PostAsync($"/api/input/echo-{path}/k", $$"""{"ticket":"{{Evidence.PlantWord()}}"}""")).Status);
            Assert.Equal(HttpStatusCode.OK, (await api.PostAsync($"/api/realm/echo-{path}/test", """{"key":"k"}""")).Status);
            await api.TokenAsync($"echo-{path}", "k");
            await api.GetAsync($"/api/status/echo-{path}/k");
        }
    }

    private static async Task DraftAsync(ApiClient api)
    {
        var (line, answer) = (
            $"curl -u 'me:{Evidence.PlantWord()}' 'https://a.example/token?sig={Evidence.PlantWord()}' -H 'X-Api-Key: {Evidence.Plant("key")}' -b 's={Evidence.PlantWord()}'"
            + $" -d 'client_secret={Evidence.PlantWord()}&audience=https://a.example/?k={Evidence.PlantWord()}' --frob {Evidence.Plant("stray")}",
            $$"""{"access_token":"{{Evidence.PlantWord()}}","expires_in":60,"refresh_token":"{{Evidence.PlantWord()}}"}""");
        var drafted = await api.PostAsync("/api/realm-draft", $$"""{"curl":{{JsonSerializer.Serialize(line)}},"answer":{{answer}} }""");
        Assert.True(drafted.Status == HttpStatusCode.OK, drafted.Body);
        await api.PostAsync("/api/realm-draft", $$"""{"curl":{{JsonSerializer.Serialize($"wget {Evidence.PlantWord()}")}},"answer":5}""");
        await api.PostAsync("/api/realm-draft", $$"""{"curl":{{JsonSerializer.Serialize($"curl 'https://a.example {Evidence.PlantWord()}")}} }""");
    }

    // Bodies that are refused may hold a secret too.
    private static async Task MisuseAsync(ApiClient api)
    {
        await api.PostAsync("/api/input/echo-token/k", $$"""{"ticket":["{{Evidence.PlantWord()}}"]}""");
        await api.PostAsync("/api/input/echo-token/k", $$"""{"ticket":"{{Evidence.PlantWord()}}","other":"{{Evidence.PlantWord()}}"}""");
        await api.PostAsync("/api/realm/echo-token/test", $$"""{"secret":{"key_1":"{{Evidence.PlantWord()}}","fields":{"a":["{{Evidence.PlantWord()}}"]} } }""");
        await api.PostAsync("/api/realm/echo-token/test", $$"""{"inputs":{"no":"{{Evidence.PlantWord()}}"} }""");
        await api.PostAsync("/api/realm-test", $$"""{"realm":{"id":"x","logic_code":"https://127.0.0.1:1/"},"secret":{"key_1":"{{Evidence.PlantWord()}}"} }""");
        await api.PostAsync("/api/realm-test", $$"""{"realm":{"id":"x","config":{"url":"https://127.0.0.1:1/","token_path":"t"} },"secret":{"key_1":"{{Evidence.PlantWord()}}" oops""");
    }

    private static string Secret()
    {
        var file = JsonSerializer.Serialize($$"""{"private":"{{Evidence.PlantWord()}}"}""");
        return $$"""{"id":"{{Evidence.PlantWord()}}","word":"{{Evidence.PlantWord()}} {{Evidence.PlantWord()}}","long":"{{Evidence.Plant("secret")}}","file":{{file}} }""";
    }

    private static string Config(string url, string type, string format, bool withState = true) => $$"""
        {"url":"{{url}}","content_type":"{{type}}","token_path":"{{(format == "text" ? "" : "access_token")}}",
         "response":{"format":"{{format}}","default_ttl_sec":60,"extra":{"beside":"beside"} },
         "auth":{"type":"basic","username":"$id","password":"$word"},
         "vars":[{"name":"mac","value":"$word","hash":"hmac_sha256","key":"$long","output":"base64"},
           {"name":"jwt","jwt":{"alg":"HS256","key":"$long","claims":{"sub":"$id","w":"$word"} } }],
         "inputs":[{"name":"ticket"}],
         {{(withState ? """ "state":[{"name":"refresh","initial":"$word","path":"refresh_token"}], """ : "")}}
         {{(type == "xml" ? """ "body":"<a><w>${word}</w><f>${file.@json.private}</f><j>${jwt}</j><t>${inputs.ticket}</t></a>", """ : "")}}
         "arguments":[{"name":"q","place":"url","value":"$word"},{"name":"X-Mac","place":"header","value":"$mac"},{"name":"X-Id","place":"header","value":"$id"}
           {{(type == "xml" ? "" : """
             ,{"name":"word","place":"body","value":"$word"},{"name":"file","place":"body","value":"${file.@json.private}"},
             {"name":"jwt","place":"body","value":"$jwt"},{"name":"ticket","place":"body","value":"${inputs.ticket}"}
             """)}}
           {{(withState ? """ ,{"name":"r","place":"url","value":"${state.refresh}"} """ : "")}}]}
        """;
}
