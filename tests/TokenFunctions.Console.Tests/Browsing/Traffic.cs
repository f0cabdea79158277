using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace TokenFunctions.Console.Tests.Browsing;

/// <summary>Every request of a visit and its answer, as the browser's network log has them.</summary>
internal sealed class Traffic
{
    private readonly ConcurrentQueue<Task<Exchange>> exchanges = new();

    public void Watch(IBrowserContext context) => context.Request += (_, request) => exchanges.Enqueue(ReadAsync(request));

    /// <summary>All of it so far, in the order in which it was asked.</summary>
    public async Task<IReadOnlyList<Exchange>> ReadAsync() => await Task.WhenAll(exchanges);

    private static async Task<Exchange> ReadAsync(IRequest request)
    {
        var sent = string.Join('\n', (await request.AllHeadersAsync()).Select(h => $"{h.Key}: {h.Value}"));
        var answer = await request.ResponseAsync();
        var got = answer is null ? "" : string.Join('\n', (await answer.AllHeadersAsync()).Select(h => $"{h.Key}: {h.Value}"));
        return new Exchange(request.Method, new Uri(request.Url))
        {
            Sent = sent,
            SentBody = request.PostData ?? "",
            Status = answer?.Status ?? 0,
            Got = got,
            GotBody = answer is null ? "" : await BodyAsync(answer),
            Bytes = answer is null ? 0 : (await request.SizesAsync()).ResponseBodySize,
        };
    }

    // A redirect has none, and of what was left before it came the browser keeps none.
    private static async Task<string> BodyAsync(IResponse answer)
    {
        try
        {
            return await answer.TextAsync();
        }
        catch (PlaywrightException)
        {
            return "";
        }
    }
}
