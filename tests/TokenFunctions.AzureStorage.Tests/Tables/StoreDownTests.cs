using TokenFunctions.Storage.Tables;
using TokenFunctions.Testing.Accounts;

namespace TokenFunctions.AzureStorage.Tests.Tables;

/// <summary>Stores that cannot be reached or do not want us. Needs no store.</summary>
public sealed class StoreDownTests : StoreDownContract
{
    protected override ITables Open(StoreAccess access) => Stores.Open(access);
}
