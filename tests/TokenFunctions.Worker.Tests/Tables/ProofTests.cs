using TokenFunctions.Storage.Tables;
using TokenFunctions.Testing;
using TokenFunctions.Testing.Accounts;
using TokenFunctions.Testing.Servers;

namespace TokenFunctions.Worker.Tests.Tables;

/// <summary>Keys and clocks that are wrong.</summary>
[Collection(OneAzurite.Name)]
[Against("Azurite")]
public sealed class ProofTests(AzuriteServer server) : ProofContract(server)
{
    protected override ITables Open(StoreAccess access) => Stores.Open(access);
}
