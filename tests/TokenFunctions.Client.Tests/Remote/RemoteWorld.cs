using TokenFunctions.Client.Remote;
using TokenFunctions.Storage;
using TokenFunctions.Testing;
using TokenFunctions.Tokens;

namespace TokenFunctions.Client.Tests.Remote;

/// <summary>A <see cref="RemoteBroker"/> over <see cref="ServiceDouble"/>, in a time that a test moves.</summary>
internal sealed class RemoteWorld : IAsyncDisposable
{
    public static readonly TokenKey Key = new("wecom", "crm");
    private readonly HttpMessageInvoker http;

    private RemoteWorld(ServiceDouble service, ManualTime time, Func<TokenFunctionsOptions, TokenFunctionsOptions> change)
    {
        (Service, Time, Clock) = (service, time, new StoreClock(time));
        var options = change(new TokenFunctionsOptions { Address = service.Address, ApiKey = new SecretText("planted-api-key") });
        http = new HttpMessageInvoker(ServiceHandler.Create(options));
        Broker = new RemoteBroker(http, options, Clock, new Random(1));
    }

    public ServiceDouble Service { get; }

    public ManualTime Time { get; }

    public StoreClock Clock { get; }

    public RemoteBroker Broker { get; }

    public static async Task<RemoteWorld> StartAsync(Func<TokenFunctionsOptions, TokenFunctionsOptions>? change = null)
    {
        var time = new ManualTime();
        return new RemoteWorld(await ServiceDouble.StartAsync(time), time, change ?? (options => options));
    }

    public Task<TokenResult> AskAsync(Token? held = null) => AskAsync(new TokenRequest(Key) { Held = held });

    public Task<TokenResult> AskAsync(TokenRequest request) => Broker.GetAsync(request, CancellationToken.None).AsTask();

    /// <summary>Asks and gives the token; fails the test when there is none.</summary>
    public async Task<Token> TokenAsync(Token? held = null)
    {
        var result = await AskAsync(held);
        Assert.True(result.HasToken, result.Failure?.Detail);
        return result.Token;
    }

    /// <summary>Asks and gives the failure; fails the test when there is none.</summary>
    public async Task<TokenFailure> FailAsync(Token? held = null)
    {
        var result = await AskAsync(held);
        Assert.False(result.HasToken);
        return result.Failure;
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await Service.DisposeAsync();
    }
}
