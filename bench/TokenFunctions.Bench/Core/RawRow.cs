using TokenFunctions.Bench.Load;
using TokenFunctions.Bench.Pairs;
using TokenFunctions.Bench.Servers;
using TokenFunctions.Storage;
using TokenFunctions.Testing.Servers;
using TokenFunctions.Tokens;

namespace TokenFunctions.Bench.Core;

/// <summary>A web server with one route that reads a token's row of Azurite, signed as the service signs, and gives what
/// Azurite gave.</summary>
internal sealed class RawRow : IAsyncDisposable
{
    private const string Route = "/api/token";
    private readonly ServerProcess process;

    private RawRow(ServerProcess process) => this.process = process;

    /// <summary>Starts it.</summary>
    /// <param name="azurite">Where the row is.</param>
    /// <param name="key">Whose row.</param>
    public static async Task<RawRow> StartAsync(AzuriteServer azurite, TokenKey key)
    {
        var (partition, id) = TokenRow.Address(key);
        return new RawRow(await ServerProcess.StartAsync("raw row", ServerFolders.Bare, port =>
        [
            ("FUNCTIONS_CUSTOMHANDLER_PORT", FormattableString.Invariant($"{port}")),
            ("BARE_ROUTE", Route),
            ("BARE_ROW", $"{azurite.Endpoint}/tokens(PartitionKey='{partition}',RowKey='{id}')"),
            ("BARE_ACCOUNT", DevelopmentAccount.Name),
            ("BARE_ACCOUNT_KEY", DevelopmentAccount.Key),
        ]));
    }

    /// <summary>The server, with the request that the service gets.</summary>
    /// <param name="target">Path and query.</param>
    /// <param name="apiKey">The caller's key.</param>
    public PairSide SideOf(string target, string apiKey) =>
        new(process, Workload.Of(Ask.Get(target, apiKey, "{\"odata.metadata\"")));

    public ValueTask DisposeAsync() => process.DisposeAsync();
}
