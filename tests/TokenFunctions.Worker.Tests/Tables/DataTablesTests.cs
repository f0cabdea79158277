using TokenFunctions.Storage.Tables;
using TokenFunctions.Testing;
using TokenFunctions.Testing.Accounts;
using TokenFunctions.Testing.Servers;

namespace TokenFunctions.Worker.Tests.Tables;

/// <summary>The contract with the account's key as proof.</summary>
[NeedsNode]
[Collection(OneAzurite.Name)]
[Against("Azurite")]
public sealed class DataTablesTests(AzuriteServer server) : TableContract
{
    protected override Task<ITables> OpenAsync() =>
        Task.FromResult(Stores.Open(new StoreAccess(server.ConnectionString)));
}
