using System.Globalization;
using TokenFunctions.Storage.Formats;
using TokenFunctions.Storage.Tables;

namespace TokenFunctions.Http.Audit;

/// <summary>An audit entry as a row: a partition for each day (UTC), in it the newest entry first.</summary>
internal static class AuditRow
{
    private const int TimeLength = 19;

    /// <summary>The partition of a time's day: <c>yyyyMMdd</c>.</summary>
    public static string DayOf(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    /// <summary>What the ids of a time's entries begin with. It is the smaller the later the time is.</summary>
    public static string BeginningOf(DateTimeOffset at) => Beginning(long.MaxValue - at.UtcTicks);

    /// <summary>An id that no entry of that time or after it comes behind.</summary>
    public static string Behind(DateTimeOffset at) => Beginning(long.MaxValue - at.UtcTicks + 1);

    public static RowKey AddressOf(AuditEntry entry) => new(DayOf(entry.At), $"{BeginningOf(entry.At)}-{entry.Mark}");

    public static Row Of(AuditEntry entry) => new Row(AddressOf(entry))
        .Set("at", entry.At)
        .Set("who", entry.Who)
        .Set("action", entry.Deed.Action)
        .Set("realm", entry.Deed.Realm)
        .Set("key", entry.Deed.Key)
        .Set("subject", entry.Deed.Subject)
        .Set("from", entry.From)
        .Set("result", entry.Result)
        .Set("count", entry.Count)
        .Stamp();

    public static AuditEntry Read(Row row)
    {
        var deed = new Deed(row.Readable().Text("action") ?? "")
        {
            Realm = row.Text("realm"),
            Key = row.Text("key"),
            Subject = row.Text("subject"),
        };
        return new AuditEntry(row.Time("at") ?? default, row.Text("who") ?? "", deed)
        {
            From = row.Text("from"),
            Result = row.Text("result") ?? AuditEntry.Begun,
            Count = row.Number("count") ?? 1,
            Mark = row.Key.Id[(TimeLength + 1)..],
        };
    }

    private static string Beginning(long ticks) => ticks.ToString("D19", CultureInfo.InvariantCulture);
}
