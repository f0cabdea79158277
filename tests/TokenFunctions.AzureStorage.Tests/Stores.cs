using Azure.Core.Pipeline;
using TokenFunctions.Storage;
using TokenFunctions.Storage.Tables;
using TokenFunctions.Testing.Servers;

namespace TokenFunctions.AzureStorage.Tests;

/// <summary>Stores as the tests open them: quick to give up.</summary>
internal static class Stores
{
    public static StorageAddress Address(string text) =>
        StorageAddress.TryParse(text, out var address, out var error) ? address : throw new ArgumentException(error, nameof(text));

    public static AzureTablesOptions Options(AzuriteServer server, HttpPipelineTransport? transport = null) => Options(server.ConnectionString, transport);

    public static AzureTablesOptions Options(string connection, HttpPipelineTransport? transport = null) => new()
    {
        Address = Address(connection),
        Transport = transport,
        RetryDelay = TimeSpan.FromMilliseconds(5),
    };

    public static ITables Open(AzureTablesOptions options, TimeProvider? time = null) =>
        new AzureTables(options, new StoreClock(time ?? TimeProvider.System));
}
