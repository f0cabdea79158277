using System.Collections.Concurrent;
using TokenFunctions.Storage;
using TokenFunctions.Storage.Tables;

namespace TokenFunctions.AzureStorage;

/// <summary>A store in Azure Table Storage, by its REST interface (learn.microsoft.com,
/// "Table Storage REST API").</summary>
/// <remarks>Azure's own limits, which <see cref="RowLimits"/> holds for all stores: addresses of 1 KiB a part, rows of
/// 1 MiB, times from 1601 on. The answers' <c>Date</c> headers set the store clock.</remarks>
public sealed class AzureTables : ITables
{
    // Any table will do; this one is the service's own and always asked for, and a right to list tables is not needed.
    internal const string PingTable = "realms";

    private readonly TableRequests requests;
    private readonly ConcurrentDictionary<string, AzureTable> tables = new(StringComparer.Ordinal);

    /// <summary>A store at the options' address; asks nothing yet.</summary>
    /// <param name="options">Where the account is and how patient to be.</param>
    /// <param name="clock">Learns the store's time from its answers.</param>
    /// <exception cref="ArgumentException">The address needs an identity and none is given.</exception>
    public AzureTables(AzureTablesOptions options, StoreClock clock)
    {
        AzureTablesOptions.Check(options);
        ArgumentNullException.ThrowIfNull(clock);
        requests = new TableRequests(options, clock);
    }

    /// <inheritdoc/>
    public ITable Open(string name)
    {
        RowLimits.CheckTable(name);
        return tables.GetOrAdd(name, static (n, r) => new AzureTable(r, n), requests);
    }

    /// <inheritdoc/>
    public Task PingAsync(CancellationToken cancellationToken) =>
        Open(PingTable).GetAsync(new RowKey("ping", "ping"), cancellationToken);
}
