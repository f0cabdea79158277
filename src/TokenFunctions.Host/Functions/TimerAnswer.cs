using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using TokenFunctions.Sweeping;

namespace TokenFunctions.Host.Functions;

/// <summary>What the Functions host is told of a sweep, in the form in which it takes a function's answer.</summary>
internal static class TimerAnswer
{
    /// <summary>The answer; its <c>ReturnValue</c> has the report's members in snake_case.</summary>
    public static string Write(SweepReport report) => Write(Line(report), writer => WriteMembers(writer, report));

    /// <summary>The answer of a front, which has nothing to renew.</summary>
    /// <param name="pruned">How many entries of the audit were removed.</param>
    public static string WritePruned(int pruned) => Write(
        string.Create(CultureInfo.InvariantCulture, $"{pruned} entries of the audit removed"),
        writer => writer.WriteNumber("pruned", pruned));

    /// <summary>The answer after a tick that failed; the status beside it says so too.</summary>
    /// <param name="line">What failed, in words that JSON takes as they are.</param>
    public static string WriteFailed(string line) =>
        $$"""{"Outputs":{},"Logs":["{{line}}"],"ReturnValue":null}""";

    private static string Write(string line, Action<Utf8JsonWriter> members)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteStartObject("Outputs");
            writer.WriteEndObject();
            writer.WriteStartArray("Logs");
            writer.WriteStringValue(line);
            writer.WriteEndArray();
            writer.WriteStartObject("ReturnValue");
            members(writer);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

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
