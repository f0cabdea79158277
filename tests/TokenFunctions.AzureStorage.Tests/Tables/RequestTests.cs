using TokenFunctions.Storage.Tables;
using TokenFunctions.Testing;
using TokenFunctions.Testing.Accounts;
using TokenFunctions.Testing.Servers;

namespace TokenFunctions.AzureStorage.Tests.Tables;

/// <summary>Which requests are sent, and which are not.</summary>
[Collection(OneAzurite.Name)]
[Against("Azurite")]
public sealed class RequestTests(AzuriteServer server) : RequestContract(server)
{
    protected override ITables Open(StoreAccess access) => Stores.Open(access);
}
