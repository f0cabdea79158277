using Microsoft.Extensions.Logging.Abstractions;
using TokenFunctions.Caching;
using TokenFunctions.Client.Remote;
using TokenFunctions.Storage;
using TokenFunctions.Tokens;

namespace TokenFunctions.Client.Tests.Service;

/// <summary>A program's side: <see cref="TokenCache"/> over <see cref="RemoteBroker"/>, in a time of its own.</summary>
internal sealed class ServiceClient : IDisposable
{
    private readonly HttpMessageInvoker http;

    public ServiceClient(RealService service, TimeProvider time, string? apiKey = null)
    {
        var options = new TokenFunctionsOptions { Address = service.App.Address, ApiKey = new SecretText(apiKey ?? service.AdminKey) };
        Counter = new CountingHandler(ServiceHandler.Create(options));
        http = new HttpMessageInvoker(Counter);
        Clock = new StoreClock(time);
        Broker = new RemoteBroker(http, options, Clock, new Random(1));
        Cache = new TokenCache(Broker, Clock, Background, new CacheLimits());
    }

    public CountingHandler Counter { get; }

    public StoreClock Clock { get; }

    public Background Background { get; } = new(TaskScheduler.Default, NullLogger<Background>.Instance);

    public RemoteBroker Broker { get; }

    public TokenCache Cache { get; }

    /// <summary>Asks the cache and gives the answer; fails the test when it has no token.</summary>
    public async Task<TokenResult> TokenAsync(string key = "app")
    {
        var result = await Cache.GetAsync("oidc", key);
        Assert.True(result.HasToken, result.Failure?.Detail);
        return result;
    }

    public void Dispose() => http.Dispose();
}
