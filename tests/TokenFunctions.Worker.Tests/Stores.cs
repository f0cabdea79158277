using TokenFunctions.Accounts;
using TokenFunctions.AzureStorage;
using TokenFunctions.Storage.Tables;
using TokenFunctions.Testing.Accounts;
using TokenFunctions.Worker.Tables;

namespace TokenFunctions.Worker.Tests;

/// <summary>Stores as the tests open them: this host's, and the other's.</summary>
internal static class Stores
{
    public static ITables Open(StoreAccess access) => new DataTables(StoreOptions.Of(access), access.Clock);

    public static ITables OpenOther(StoreAccess access) => new AzureTables(StoreOptions.Of(access), access.Clock);
}
