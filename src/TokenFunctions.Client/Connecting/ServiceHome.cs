using Microsoft.Extensions.Logging;
using TokenFunctions.Caching;
using TokenFunctions.Client.Remote;
using TokenFunctions.Client.Snapshots;
using TokenFunctions.Client.Telemetry;
using TokenFunctions.Storage;

namespace TokenFunctions.Client.Connecting;

/// <summary>Tokens from the service.</summary>
internal sealed class ServiceHome : ITokenHome
{
    private readonly CancellationTokenSource end = new();
    private readonly HttpMessageInvoker http;
    private readonly Background background;
    private readonly TimeProvider time;
    private readonly TimeSpan patience;
    private readonly Uri sign;
    private readonly TokenSnapshot? snapshot;

    /// <summary>A home over options that have no fault.</summary>
    public ServiceHome(
        TokenFunctionsOptions options, ClientTelemetry telemetry, ILoggerFactory loggers, TimeProvider time)
    {
        (this.time, patience) = (time, options.CheckTimeout);
        sign = new Uri($"{options.Address!.AbsoluteUri.TrimEnd('/')}/api/health/live");
        http = new HttpMessageInvoker(new NewestVersion(ServiceHandler.Create(options)));
        background = new Background(TaskScheduler.Default, loggers.CreateLogger<Background>());
        Clock = new StoreClock(time);
        var service = new RemoteBroker(http, options, Clock, Random.Shared);
        var ending = new EndingSource(service, end.Token);
        var watched = new WatchedSource(ending, telemetry, Clock, loggers.CreateLogger<WatchedSource>());
        var limits = new CacheLimits
        {
            MaxBytes = options.CacheBytes,
            ChecksEarly = true,
            HoldsText = true,
            BytesBeside = HeldAnswers.BytesEach,
        };
        Cache = new TokenCache(watched, Clock, background, limits);
        snapshot = TokenSnapshot.Open(options, Cache, Clock, loggers.CreateLogger<TokenSnapshot>());
    }

    /// <inheritdoc/>
    public TokenCache Cache { get; }

    /// <inheritdoc/>
    public StoreClock Clock { get; }

    /// <summary>Asks by the route that needs no key; any answer but a server's fault is a sign of life.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<bool> AnswersAsync(CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(patience, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        using var request = new HttpRequestMessage(HttpMethod.Get, sign);
        try
        {
            using var answer = await http.SendAsync(request, both.Token);
            return (int)answer.StatusCode < 500;
        }
        catch (HttpRequestException)
        {
            return false;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    /// <summary>Ends calls that are under way; nothing is lost by that, since the service has what it got.</summary>
    public async ValueTask DisposeAsync()
    {
        if (snapshot is not null) await snapshot.DisposeAsync();
        await end.CancelAsync();
        await background.DrainAsync();
        http.Dispose();
        end.Dispose();
    }
}
