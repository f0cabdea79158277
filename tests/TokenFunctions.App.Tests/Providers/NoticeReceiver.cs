using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using TokenFunctions.App.Tests.Readme;
using TokenFunctions.Processes.App;
using TokenFunctions.Testing.Servers;

namespace TokenFunctions.App.Tests.Providers;

/// <summary>Takes notices as the README tells receivers to, and refuses what is not signed.</summary>
internal sealed class NoticeReceiver(string key) : IAsyncDisposable
{
    private LoopbackServer server = null!;

    /// <summary>Types, realms and keys of the notices that came, and then each one's id.</summary>
    public ConcurrentQueue<(string What, string Id)> Got { get; } = new();

    /// <summary>The address, whose path holds what must not be shown.</summary>
    public Uri Address => new(server.Address, $"/{Path}");

    private string Path { get; } = Evidence.Plant("path");

    public static async Task<NoticeReceiver> StartAsync(string key)
    {
        var receiver = new NoticeReceiver(key);
        receiver.server = await LoopbackServer.StartAsync(receiver.TakeAsync);
        return receiver;
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var (id, text) = (Header("webhook-id"), Encoding.UTF8.GetString(body.ToArray()));
        Evidence.Keep("notice", text);
        var isGenuine = SignatureCheck.Passes(key, id, Header("webhook-timestamp"), Header("webhook-signature"), body.ToArray());
        context.Response.StatusCode = isGenuine ? 200 : 401;
        if (!isGenuine) return;
        var notice = JsonElement.Parse(text);
        var data = notice.GetProperty("data");
        Got.Enqueue(($"{notice.GetProperty("type")} {data.GetProperty("realm")}/{data.GetProperty("key")} {data.GetProperty("code")}", id));

        string Header(string name) => context.Request.Headers[name].ToString();
    }
}
