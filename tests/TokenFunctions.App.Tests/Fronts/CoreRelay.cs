using Microsoft.AspNetCore.Http;
using TokenFunctions.Testing.Servers;

namespace TokenFunctions.App.Tests.Fronts;

/// <summary>Stands between a front and its core, passes on everything as it comes, and counts.</summary>
internal sealed class CoreRelay : IAsyncDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false });
    private readonly Uri core;
    private LoopbackServer server = null!;
    private int calls;
    private int unchanged;

    private CoreRelay(Uri core) => this.core = core;

    public Uri Address => server.Address;

    /// <summary>How many requests the core got.</summary>
    public int Calls => Volatile.Read(ref calls);

    /// <summary>How many of them it answered with "you have it already".</summary>
    public int Unchanged => Volatile.Read(ref unchanged);

    public static async Task<CoreRelay> StartAsync(Uri core)
    {
        var relay = new CoreRelay(core);
        relay.server = await LoopbackServer.StartAsync(relay.PassOnAsync);
        return relay;
    }

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        http.Dispose();
    }

    private async Task PassOnAsync(HttpContext context)
    {
        Interlocked.Increment(ref calls);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(core, $"{context.Request.Path}{context.Request.QueryString}"));
        foreach (var name in new[] { "x-api-key", "If-None-Match" })
            if (context.Request.Headers.TryGetValue(name, out var value)) request.Headers.TryAddWithoutValidation(name, value.ToString());
        using var answer = await http.SendAsync(request, context.RequestAborted);
        if ((int)answer.StatusCode == StatusCodes.Status304NotModified) Interlocked.Increment(ref unchanged);
        context.Response.StatusCode = (int)answer.StatusCode;
        if (answer.Headers.ETag is { } tag) context.Response.Headers.ETag = tag.ToString();
        if (answer.Headers.RetryAfter is { } wait) context.Response.Headers.RetryAfter = wait.ToString();
        if (context.Response.StatusCode == StatusCodes.Status304NotModified) return;
        context.Response.ContentType = answer.Content.Headers.ContentType?.ToString();
        await context.Response.Body.WriteAsync(await answer.Content.ReadAsByteArrayAsync(context.RequestAborted), context.RequestAborted);
    }
}
