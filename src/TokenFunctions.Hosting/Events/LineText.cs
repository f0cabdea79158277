using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace TokenFunctions.Hosting.Events;

/// <summary>An event as a line of JSON, of less than 10,000 bytes: Azure Functions cuts longer ones
/// (learn.microsoft.com, "Monitor executions in Azure Functions").</summary>
internal static class LineText
{
    /// <summary>The longest line, in bytes, with its end.</summary>
    public const int Most = 9_999;

    private const string Mark = "…";

    // How many characters of each text are tried, until the line is short enough.
    private static readonly int[] Lengths = [6_000, 2_000, 600, 150, 40];

    // Lines are read by programs and in consoles, never as HTML.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The line, with its end.</summary>
    /// <param name="record">The event.</param>
    /// <param name="at">When it happened, UTC.</param>
    public static ReadOnlySpan<byte> Of(EventRecord record, DateTimeOffset at)
    {
        foreach (var length in Lengths)
        {
            var line = Write(record, at, length);
            if (line.WrittenCount <= Most || length == Lengths[^1]) return line.WrittenSpan;
        }

        return [];
    }

    private static ArrayBufferWriter<byte> Write(EventRecord record, DateTimeOffset at, int length)
    {
        var line = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(line, Options))
        {
            var isCut = false;
            json.WriteStartObject();
            json.WriteString("event", record.Name);
            json.WriteNumber("id", record.Id);
            json.WriteString("level", LevelOf(record.Level));
            json.WriteString("time", Text(at));
            foreach (var (name, value) in record.Fields) WriteField(json, name, value, length, ref isCut);
            json.WriteString("message", Cut(record.Message, length, ref isCut));
            if (isCut) json.WriteBoolean("cut", true);
            json.WriteEndObject();
        }

        line.Write("\n"u8);
        return line;
    }

    private static void WriteField(Utf8JsonWriter json, string name, object? value, int length, ref bool isCut)
    {
        switch (value)
        {
            case null: break;
            case bool flag: json.WriteBoolean(name, flag); break;
            case int number: json.WriteNumber(name, number); break;
            case long number: json.WriteNumber(name, number); break;
            case double number when double.IsFinite(number): json.WriteNumber(name, number); break;
            case DateTimeOffset at: json.WriteString(name, Text(at)); break;
            default:
                var text = Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
                json.WriteString(name, Cut(text, length, ref isCut));
                break;
        }
    }

    private static string Cut(string text, int length, ref bool isCut)
    {
        if (text.Length <= length) return text;
        isCut = true;
        return text[..length] + Mark;
    }

    private static string Text(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private static string LevelOf(LogLevel level) => level switch
    {
        LogLevel.Trace => "trace",
        LogLevel.Debug => "debug",
        LogLevel.Information => "information",
        LogLevel.Warning => "warning",
        LogLevel.Error => "error",
        _ => "critical",
    };
}
