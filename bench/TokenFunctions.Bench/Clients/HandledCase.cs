using System.Net.Http.Headers;
using TokenFunctions.Bench.Stampedes;
using TokenFunctions.Client.Attaching;

namespace TokenFunctions.Bench.Clients;

/// <summary>A request with a token put on it, against one that has the same header from the start; the API is another
/// process.</summary>
internal static class HandledCase
{
    // Many short ones: each pair meets the same machine.
    private const int Rounds = 31;
    private const int Times = 2_000;
    private const int Characters = 900;

    /// <summary>Measures it.</summary>
    public static async Task<DuelFigure> MeasureAsync()
    {
        await using var api = await BareProcess.StartAsync(TimeSpan.Zero);
        var keys = Caches.Keys(1);
        var source = await Caches.FillAsync(keys, Characters);
        var value = (await source.GetAsync(keys[0].Realm, keys[0].Key)).Token!.Value.Reveal();
        using var bare = new HttpClient(new SocketsHttpHandler());
        bare.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", value);
        var options = new TokenHandlerOptions { Hosts = [api.Address.GetLeftPart(UriPartial.Authority)] };
        using var handler = new TokenHandler(source, keys[0].Realm, keys[0].Key, options)
        {
            InnerHandler = new SocketsHttpHandler(),
        };
        using var handled = new HttpClient(handler);
        return await Duel.RunAsync(
            "client/handled request", Rounds, Times, times => AskAsync(bare, api.Address, times), times => AskAsync(handled, api.Address, times));
    }

    private static async Task AskAsync(HttpClient http, Uri address, int times)
    {
        for (var n = 0; n < times; n++)
        {
            using var answer = await http.GetAsync(address);
            answer.EnsureSuccessStatusCode();
            if ((await answer.Content.ReadAsByteArrayAsync()).Length == 0)
                throw new InvalidOperationException("The answer is empty.");
        }
    }
}
