using System.Globalization;
using TokenFunctions.Storage.Tables;

namespace TokenFunctions.Http.Audit;

/// <summary>The audit, in the table <c>audit</c>: a partition for each day (UTC), in it the newest entry first.</summary>
public sealed class AuditStore(ITables tables)
{
    /// <summary>The table's name.</summary>
    public const string TableName = "audit";

    private const long Format = 1;
    private readonly ITable table = tables.Open(TableName);

    /// <summary>Writes an entry, or writes it anew with its end.</summary>
    public Task SaveAsync(AuditEntry entry, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var row = new Row(Address(entry))
            .Set("v", Format)
            .Set("at", entry.At)
            .Set("who", entry.Who)
            .Set("action", entry.Deed.Action)
            .Set("realm", entry.Deed.Realm)
            .Set("key", entry.Deed.Key)
            .Set("subject", entry.Deed.Subject)
            .Set("from", entry.From)
            .Set("result", entry.Result)
            .Set("count", entry.Count);
        return table.UpsertAsync(row, cancellationToken);
    }

    private static RowKey Address(AuditEntry entry) => new(
        entry.At.UtcDateTime.ToString("yyyyMMdd", CultureInfo.InvariantCulture),
        string.Create(CultureInfo.InvariantCulture, $"{long.MaxValue - entry.At.UtcTicks:D19}-{entry.Mark}"));
}
