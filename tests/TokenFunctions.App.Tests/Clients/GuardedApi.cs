using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using TokenFunctions.Testing.Servers;

namespace TokenFunctions.App.Tests.Clients;

/// <summary>A protected API that writes down each request, with the number of the token that came with it.</summary>
/// <remarks><c>/never</c> refuses every token; <c>/away?to=URL</c> redirects; the other paths refuse the dead tokens, and
/// <c>/wechat</c> does so as WeChat does.</remarks>
internal sealed class GuardedApi : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> requests = new();
    private readonly TaskCompletionSource crowd = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private LoopbackServer server = null!;
    private int toCome;

    private GuardedApi()
    {
    }

    public string Address => server.Address.GetLeftPart(UriPartial.Authority);

    /// <summary>Tokens up to this number are dead.</summary>
    public int Dead { get; set; }

    /// <summary>What came, such as <c>GET /orders 1</c>; <c>-</c> = without a token.</summary>
    public IReadOnlyList<string> Requests => [.. requests];

    public static async Task<GuardedApi> StartAsync()
    {
        var api = new GuardedApi();
        api.server = await LoopbackServer.StartAsync(api.AnswerAsync);
        return api;
    }

    /// <summary>Dead tokens are refused when so many requests with them are there.</summary>
    public void GatherRefused(int count) => toCome = count;

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var request = context.Request;
        using var reader = new StreamReader(request.Body);
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        var token = Number(request.Query["access_token"].ToString() is { Length: > 0 } inQuery ? inQuery : Bearer(request));
        requests.Enqueue($"{request.Method} {request.Path} {token?.ToString(CultureInfo.InvariantCulture) ?? "-"}");
        var isDead = token is null || token <= Dead || request.Path == "/never";
        if (isDead && toCome > 0) await GatherAsync(context.RequestAborted);
        if (request.Path == "/away")
        {
            context.Response.Redirect(request.Query["to"]!);
            return;
        }

        if (isDead) await RefuseAsync(context);
        else await context.Response.WriteAsync($"{request.Method}:{body}", context.RequestAborted);
    }

    private static Task RefuseAsync(HttpContext context)
    {
        if (context.Request.Path == "/wechat") return context.Response.WriteAsync("""{"errcode":40001}""", context.RequestAborted);
        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        context.Response.Headers.WWWAuthenticate = "Bearer";
        return context.Response.WriteAsync("refused", context.RequestAborted);
    }

    private Task GatherAsync(CancellationToken cancellation)
    {
        if (Interlocked.Decrement(ref toCome) == 0) crowd.TrySetResult();
        return crowd.Task.WaitAsync(cancellation);
    }

    private static string? Bearer(HttpRequest request) =>
        request.Headers.Authorization.ToString() is ['B', 'e', 'a', 'r', 'e', 'r', ' ', .. var token] ? token : null;

    // gated-token-NUMBER-RANDOM
    private static int? Number(string? token) => token is null ? null : int.Parse(token.Split('-')[2], CultureInfo.InvariantCulture);
}
