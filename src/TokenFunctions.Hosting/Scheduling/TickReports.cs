using System.Globalization;
using System.Text.Json;
using TokenFunctions.Sweeping;

namespace TokenFunctions.Hosting.Scheduling;

/// <summary>Reports of ticks.</summary>
internal static class TickReports
{
    /// <summary>Of a sweep; its members are the report's in snake_case.</summary>
    public static TickReport Of(SweepReport report) => new(Line(report), writer => WriteMembers(writer, report));

    /// <summary>Of a front, which has nothing to renew.</summary>
    /// <param name="pruned">How many entries of the audit were removed.</param>
    public static TickReport OfPruned(int pruned) => new(
        string.Create(CultureInfo.InvariantCulture, $"{pruned} entries of the audit removed"),
        writer => writer.WriteNumber("pruned", pruned));

    private static string Line(SweepReport report) => string.Create(
        CultureInfo.InvariantCulture,
        $"{report.Hints} hints, {report.Renewed} renewed, {report.Failed} failed, {report.Left} left");

    private static void WriteMembers(Utf8JsonWriter writer, SweepReport report)
    {
        writer.WriteNumber("hints", report.Hints);
        writer.WriteNumber("renewed", report.Renewed);
        writer.WriteNumber("failed", report.Failed);
        writer.WriteNumber("unwanted", report.Unwanted);
        writer.WriteNumber("held", report.Held);
        writer.WriteNumber("not_due", report.NotDue);
        writer.WriteNumber("removed", report.Removed);
        writer.WriteNumber("repaired", report.Repaired);
        writer.WriteNumber("left", report.Left);
        writer.WriteBoolean("cut_short", report.IsCutShort);
        writer.WriteNumber("elapsed_ms", (long)report.Elapsed.TotalMilliseconds);
    }
}
