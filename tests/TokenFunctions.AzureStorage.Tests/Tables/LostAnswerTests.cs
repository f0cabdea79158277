using TokenFunctions.Storage.Tables;
using TokenFunctions.Testing;
using TokenFunctions.Testing.Accounts;
using TokenFunctions.Testing.Servers;

namespace TokenFunctions.AzureStorage.Tests.Tables;

/// <summary>Writes whose answers are lost.</summary>
[Collection(OneAzurite.Name)]
[Against("Azurite")]
public sealed class LostAnswerTests(AzuriteServer server) : LostAnswerContract(server)
{
    protected override ITables Open(StoreAccess access) => Stores.Open(access);
}
