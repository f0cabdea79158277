using TokenFunctions.Accounts;
using TokenFunctions.Storage.Tables;
using TokenFunctions.Testing.Accounts;

namespace TokenFunctions.AzureStorage.Tests;

/// <summary>Stores as the tests open them.</summary>
internal static class Stores
{
    public static ITables Open(StoreAccess access) => new AzureTables(StoreOptions.Of(access), access.Clock);
}
