using TokenFunctions.Storage.Tables;

namespace TokenFunctions.Http.Health;

/// <summary>Whether the store answers.</summary>
internal static class StoreHealth
{
    /// <summary>The check: without the store no token can be served that is not in memory.</summary>
    public static HealthCheck Of(ITables tables) => new("store", async cancellationToken =>
    {
        await tables.PingAsync(cancellationToken);
        return HealthFinding.Ok;
    });
}
