using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using TokenFunctions.Processes.App;
using TokenFunctions.Testing.Servers;

namespace TokenFunctions.App.Tests.Providers;

/// <summary>A provider that says back all that it was sent, in many spellings: with a token under <c>/token</c>, as a
/// refusal under <c>/refuse</c>, as a text under <c>/text</c>.</summary>
internal sealed class EchoProvider : IAsyncDisposable
{
    private LoopbackServer server = null!;

    public string Address => server.Address.GetLeftPart(UriPartial.Authority);

    public static async Task<EchoProvider> StartAsync()
    {
        var provider = new EchoProvider();
        provider.server = await LoopbackServer.StartAsync(AnswerAsync);
        return provider;
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private static async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync();
        var (authorization, query) = (context.Request.Headers.Authorization.ToString(), context.Request.QueryString.Value ?? "");
        var said = $"{query} {body} {authorization} {Spelled(body)}";
        context.Response.ContentType = "application/json";
        context.Response.Headers["X-Echo"] = Uri.EscapeDataString(query + body);
        context.Response.Headers.SetCookie = $"sid={Evidence.PlantWord()}; Secure";
        context.Response.StatusCode = context.Request.Path == "/refuse" ? 400 : 200;
        var answer = context.Request.Path.Value switch
        {
            "/refuse" => $$"""{"error":"bad","error_description":{{JsonSerializer.Serialize(said)}} }""",
            "/text" => said,
            _ => $$"""
                {"access_token":"{{Evidence.PlantWord()}}","expires_in":3600,"refresh_token":"{{Evidence.PlantWord()}}","beside":"{{Evidence.PlantWord()}}",
                 "session":{"id":"{{Evidence.PlantWord()}}"},"inner":"{\"token\":\"{{Evidence.PlantWord()}}\"}","said":{{JsonSerializer.Serialize(said)}} }
                """,
        };
        await context.Response.WriteAsync(answer, context.RequestAborted);
    }

    private static string Spelled(string text) => string.Join(
        ' ', Convert.ToBase64String(Encoding.UTF8.GetBytes(text)), Convert.ToHexStringLower(Encoding.UTF8.GetBytes(text)),
        Uri.EscapeDataString(text), string.Concat(text.Select(c => $"\\u{(int)c:x4}")), string.Concat(text.Select(c => $"%{(int)c:X2}")));
}
