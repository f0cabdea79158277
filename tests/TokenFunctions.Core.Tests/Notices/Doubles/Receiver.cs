using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using TokenFunctions.Testing.Servers;

namespace TokenFunctions.Core.Tests.Notices.Doubles;

/// <summary>A receiver of notices on a real socket. It checks signatures by its own reading of the Standard Webhooks.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    /// <summary>The key as it is set; the receiver's own bytes are what is behind the prefix.</summary>
    public const string Key = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private LoopbackServer server = null!;

    public ConcurrentQueue<ReceivedNotice> Got { get; } = new();

    /// <summary>The status that it answers.</summary>
    public int Status { get; set; } = 204;

    /// <summary>What it does before it answers.</summary>
    public RequestDelegate? Answer { get; set; }

    public Uri Address => new(server.Address, "/hook");

    public static async Task<Receiver> StartAsync()
    {
        var receiver = new Receiver();
        receiver.server = await LoopbackServer.StartAsync(receiver.TakeAsync);
        return receiver;
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        var body = await reader.ReadToEndAsync();
        var (id, time) = (Header("webhook-id"), Header("webhook-timestamp"));
        var mac = HMACSHA256.HashData(Convert.FromBase64String(Key["whsec_".Length..]), Encoding.UTF8.GetBytes($"{id}.{time}.{body}"));
        var isSigned = context.Request is { Method: "POST", ContentType: "application/json" }
            && Header("webhook-signature").Split(' ').Contains($"v1,{Convert.ToBase64String(mac)}", StringComparer.Ordinal);
        Got.Enqueue(new ReceivedNotice(id, long.Parse(time, CultureInfo.InvariantCulture), body, isSigned));
        context.Response.StatusCode = Status;
        if (Answer is { } answer) await answer(context);

        string Header(string name) => context.Request.Headers[name].ToString();
    }
}
