using TokenFunctions.Storage.Tables;
using TokenFunctions.Testing;
using TokenFunctions.Testing.Accounts;
using TokenFunctions.Testing.Servers;

namespace TokenFunctions.AzureStorage.Tests.Tables;

/// <summary>The contract with a shared access signature as proof.</summary>
[NeedsNode]
[Collection(OneAzurite.Name)]
[Against("Azurite")]
public sealed class SignatureTableTests(AzuriteServer server) : TableContract
{
    protected override Task<ITables> OpenAsync()
    {
        var signature = AccountSignature.Until(TimeProvider.System.GetUtcNow().AddHours(1));
        var access = new StoreAccess($"TableEndpoint={server.Endpoint};SharedAccessSignature=?{signature}");
        return Task.FromResult(Stores.Open(access));
    }
}
