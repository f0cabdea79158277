using TokenFunctions.Client;
using TokenFunctions.Client.Attaching;
using TokenFunctions.Host.Demo;

namespace TokenFunctions.Sample;

/// <summary>A program that calls a protected API once a second, with tokens of the service.</summary>
/// <remarks>The provider behaves as WeChat does, only faster: a token lives 15 s, and a newer one ends it after 3 s.
/// Its API refuses a dead token by a code under HTTP 200.</remarks>
internal static class SampleRun
{
    public const int UsualSeconds = 30;

    // The second in which another program gets a token for the same account, which it should not.
    private const int Intrusion = 2;
    private const string ApiPath = "/cgi-bin/getcallbackip";

    private static readonly SampleProviderOptions Provider =
        new() { Life = TimeSpan.FromSeconds(15), Overlap = TimeSpan.FromSeconds(3) };

    public static async Task RunAsync(int seconds, TimeProvider time, CancellationToken stop)
    {
        await using var provider = await SampleProvider.StartAsync(Provider, time);
        await using var service = await ServiceProcess.StartAsync(provider.Address);
        var apiKey = await SampleSetup.MakeAsync(service, provider.Address, Provider);
        Console.WriteLine($"The service is at {service.Address}, the provider and its API at {provider.Address}.");

        // What a program needs: the client, and its handler in an HttpClient.
        await using var client = TokenClient.Connect(
            new TokenFunctionsOptions { Address = service.Address, ApiKey = apiKey });
        var renewals = new WatchedTokens(client, Console.Out, time);
        using var handler = new TokenHandler(
            renewals, SampleSetup.Token.Realm, SampleSetup.Token.Key, new() { Hosts = [provider.Address] })
        {
            InnerHandler = new SocketsHttpHandler(),
        };
        using var api = new HttpClient(handler) { BaseAddress = new Uri(provider.Address) };

        for (var second = 0; second < seconds && !stop.IsCancellationRequested; second++)
        {
            if (second == Intrusion) await IntrudeAsync(provider.Address);
            var answer = await api.GetStringAsync(new Uri(ApiPath, UriKind.Relative), CancellationToken.None);
            Console.WriteLine($"{second,3} s  {answer}");
            await PauseAsync(time, stop);
        }

        Console.WriteLine($"Done: {renewals.Count} tokens; the provider was called {provider.Calls} times.");
    }

    private static async Task PauseAsync(TimeProvider time, CancellationToken stop) =>
        await Task.Delay(TimeSpan.FromSeconds(1), time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    private static async Task IntrudeAsync(string provider)
    {
        using var other = new HttpClient();
        var query = $"grant_type=client_credential&appid={Provider.AppId}&secret={Provider.AppSecret}";
        _ = await other.GetStringAsync(new Uri($"{provider}/cgi-bin/token?{query}"));
        Console.WriteLine("Another program got a token for the same account; ours ends in 3 s.");
    }
}
