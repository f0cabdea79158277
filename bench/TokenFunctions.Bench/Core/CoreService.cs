using System.Security.Cryptography;
using TokenFunctions.Bench.Load;
using TokenFunctions.Bench.Pairs;
using TokenFunctions.Bench.Servers;
using TokenFunctions.Tokens;

namespace TokenFunctions.Bench.Core;

/// <summary>The service on a store, with one token in it.</summary>
internal sealed class CoreService : IAsyncDisposable
{
    // As long as a usual JWT.
    private const int TokenLength = 900;
    private readonly TokenProvider provider;

    private CoreService(TokenProvider provider, Service service)
    {
        (this.provider, Service) = (provider, service);
        Side = new PairSide(service.Process, Workload.Of(service.AskCore(Key.Realm, Key.Key)));
    }

    /// <summary>The token's address.</summary>
    public static TokenKey Key { get; } = new("core", "path");

    /// <summary>Path and query of the request.</summary>
    public static string Target => $"/api/token?realm={Key.Realm}&key={Key.Key}";

    /// <summary>The service.</summary>
    public Service Service { get; }

    /// <summary>The service and the request.</summary>
    public PairSide Side { get; }

    /// <summary>Starts it.</summary>
    /// <param name="storage">The setting <c>TokenFunctions__Storage</c>.</param>
    public static async Task<CoreService> StartAsync(string storage)
    {
        var sealingKey = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
        var tokens = await TokenProvider.StartAsync(TokenLength);
        var service = await Service.StartAsync("core", storage, ("TokenFunctions__SealingKey", sealingKey));
        await service.AddRealmAsync(Key.Realm, tokens.RealmOf(TimeSpan.FromHours(2)));
        await service.AddSecretAsync(Key.Realm, Key.Key);
        // From here on the token is in the store.
        await KeptAnswer.TakeAsync(service.Process, Target, service.ApiKey);
        return new CoreService(tokens, service);
    }

    public async ValueTask DisposeAsync()
    {
        await Service.DisposeAsync();
        await provider.DisposeAsync();
    }
}
