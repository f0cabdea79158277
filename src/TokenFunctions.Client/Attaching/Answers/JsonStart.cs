using System.Text;
using System.Text.Json;
using TokenFunctions.Realms;

namespace TokenFunctions.Client.Attaching.Answers;

/// <summary>Tells from the beginning of a body when enough of it was read, so that an answer that goes on is not waited
/// for.</summary>
internal static class JsonStart
{
    /// <summary>How many of the bytes are to be looked at; null = the next ones are needed.</summary>
    /// <param name="bytes">The body so far.</param>
    /// <param name="dead">What is looked for.</param>
    public static int? Enough(ReadOnlySpan<byte> bytes, DeadAnswers dead)
    {
        var mark = bytes.StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
        var start = bytes[mark..].TrimStart(" \t\r\n"u8);
        if (start.IsEmpty) return null;
        return start[0] switch
        {
            // A list that is sent item by item has no end to wait for.
            (byte)'[' when !dead.ReadsItems && !dead.ReadsText => 0,
            (byte)'{' or (byte)'[' => WholeValue(bytes[mark..]) + mark,
            (byte)'<' => null,
            _ => dead.ReadsText || mark == 0 && Encoding.UTF8.Preamble.StartsWith(start) ? null : 0,
        };
    }

    private static int? WholeValue(ReadOnlySpan<byte> bytes)
    {
        try
        {
            var reader = new Utf8JsonReader(bytes, isFinalBlock: false, default);
            return reader.Read() && reader.TrySkip() ? (int)reader.BytesConsumed : null;
        }
        catch (JsonException)
        {
            // It is no JSON, and more of it does not make it so.
            return 0;
        }
    }
}
