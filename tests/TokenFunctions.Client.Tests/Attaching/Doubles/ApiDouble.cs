using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using TokenFunctions.Testing.Servers;

namespace TokenFunctions.Client.Tests.Attaching.Doubles;

/// <summary>An API on a real socket, which writes down what it is asked and answers as a test wants.</summary>
internal sealed class ApiDouble : IAsyncDisposable
{
    private readonly ConcurrentQueue<ApiRequest> requests = new();
    private readonly Func<ApiRequest, int, Task<ApiAnswer>> answer;
    private int count;
    private LoopbackServer server = null!;

    private ApiDouble(Func<ApiRequest, int, Task<ApiAnswer>> answer) => this.answer = answer;

    public Uri Address => server.Address;

    /// <summary>Its entry among the hosts of a handler.</summary>
    public string Entry => $"http://127.0.0.1:{Address.Port}";

    public IReadOnlyList<ApiRequest> Requests => [.. requests];

    public IReadOnlyList<string> Lines => [.. requests.Select(request => request.Line)];

    public static async Task<ApiDouble> StartAsync(Func<ApiRequest, int, Task<ApiAnswer>> answer)
    {
        var api = new ApiDouble(answer);
        api.server = await LoopbackServer.StartAsync(api.AnswerAsync);
        return api;
    }

    public static Task<ApiDouble> StartAsync(Func<ApiRequest, ApiAnswer> answer) =>
        StartAsync((request, _) => Task.FromResult(answer(request)));

    /// <summary>Answers in this order, the last one again and again.</summary>
    public static Task<ApiDouble> StartAsync(params ApiAnswer[] answers) =>
        StartAsync((_, index) => Task.FromResult(answers[Math.Min(index, answers.Length - 1)]));

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var request = new ApiRequest(
            context.Request.Method,
            context.Features.Get<IHttpRequestFeature>()!.RawTarget,
            [.. context.Request.Headers.SelectMany(h => h.Value.Select(v => KeyValuePair.Create(h.Key, v ?? "")))],
            await reader.ReadToEndAsync());
        requests.Enqueue(request);
        var told = await answer(request, Interlocked.Increment(ref count) - 1);
        context.Response.StatusCode = told.Status;
        foreach (var (name, value) in told.Headers) context.Response.Headers.Append(name, value);
        if (told.Body.Length == 0) return;
        context.Response.ContentType = told.Type;
        await context.Response.WriteAsync(told.Body);
    }
}
