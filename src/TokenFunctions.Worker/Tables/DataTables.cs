using System.Collections.Concurrent;
using Azure.Data.Tables;
using TokenFunctions.AzureStorage;
using TokenFunctions.Storage;
using TokenFunctions.Storage.Tables;

namespace TokenFunctions.Worker.Tables;

/// <summary>A store in Azure Table Storage by the official client. Its rows are the very same entities that
/// <see cref="AzureTables"/> writes and reads, so that both may share an account.</summary>
public sealed class DataTables : ITables
{
    private readonly TableServiceClient service;
    private readonly TableCalls calls;
    private readonly ConcurrentDictionary<string, DataTablesTable> tables = new(StringComparer.Ordinal);

    /// <summary>A store at the options' address; asks nothing yet.</summary>
    /// <param name="options">Where the account is and how patient to be.</param>
    /// <param name="clock">Learns the store's time from its answers.</param>
    /// <exception cref="ArgumentException">The address needs an identity and none is given, or it has a signature and
    /// does not begin with https://.</exception>
    public DataTables(AzureTablesOptions options, StoreClock clock)
    {
        AzureTablesOptions.Check(options);
        ArgumentNullException.ThrowIfNull(clock);
        service = ServiceClients.Create(options, clock);
        calls = new TableCalls(options);
    }

    /// <inheritdoc/>
    public ITable Open(string name)
    {
        RowLimits.CheckTable(name);
        return tables.GetOrAdd(name, n => new DataTablesTable(calls, service.GetTableClient(n)));
    }

    /// <inheritdoc/>
    public Task PingAsync(CancellationToken cancellationToken) =>
        Open(AzureTables.PingTable).GetAsync(new RowKey("ping", "ping"), cancellationToken);
}
