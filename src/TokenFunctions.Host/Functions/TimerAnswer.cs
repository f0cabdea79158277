using System.Buffers;
using System.Text;
using System.Text.Json;
using TokenFunctions.Hosting.Scheduling;

namespace TokenFunctions.Host.Functions;

/// <summary>What the Functions host is told of a tick, in the form in which it takes a function's answer.</summary>
internal static class TimerAnswer
{
    /// <summary>The answer; its <c>ReturnValue</c> has the report's members.</summary>
    public static string Write(TickReport report)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteStartObject("Outputs");
            writer.WriteEndObject();
            writer.WriteStartArray("Logs");
            writer.WriteStringValue(report.Line);
            writer.WriteEndArray();
            writer.WriteStartObject("ReturnValue");
            report.WriteMembers(writer);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>The answer after a tick that failed; the status beside it says so too.</summary>
    /// <param name="line">What failed, in words that JSON takes as they are.</param>
    public static string WriteFailed(string line) =>
        $$"""{"Outputs":{},"Logs":["{{line}}"],"ReturnValue":null}""";
}
