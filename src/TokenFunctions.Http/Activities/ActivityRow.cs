using System.Globalization;
using TokenFunctions.Activities;
using TokenFunctions.Storage.Tables;

namespace TokenFunctions.Http.Activities;

/// <summary>What one process asked in ten minutes as a row: a partition for each ten minutes (UTC), in it a row a
/// process.</summary>
internal static class ActivityRow
{
    /// <summary>The partition of these ten minutes: <c>yyyyMMddHHmm</c>.</summary>
    public static string PartitionOf(DateTimeOffset from) =>
        from.UtcDateTime.ToString("yyyyMMddHHmm", CultureInfo.InvariantCulture);

    public static Row Of(ActivitySum sum, string process) => new Row(new RowKey(PartitionOf(sum.From), process))
        .Set("from", sum.From)
        .Set("calls", sum.Calls)
        .Set("failed_calls", sum.FailedCalls)
        .Set("renewals", sum.Renewals);

    public static ActivitySum Read(Row row) => new(
        row.Time("from") ?? default,
        row.Number("calls") ?? 0,
        row.Number("failed_calls") ?? 0,
        row.Number("renewals") ?? 0);
}
