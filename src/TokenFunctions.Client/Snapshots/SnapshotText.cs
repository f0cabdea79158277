using System.Buffers;
using System.Text.Json;
using TokenFunctions.Tokens;

namespace TokenFunctions.Client.Snapshots;

/// <summary>Answers with tokens as JSON, before they are sealed. Times are absolute, since nobody knows how long the
/// program will be away.</summary>
internal static class SnapshotText
{
    private const int Version = 1;

    /// <summary>About how much is written at most; what comes later in the list is left out.</summary>
    public const int MaxBytes = 16 * 1024 * 1024;

    /// <summary>Writes them.</summary>
    /// <param name="answers">Answers with tokens, the most important first.</param>
    /// <param name="ahead">How far the clock of their times is ahead of the one that they are written in.</param>
    public static ReadOnlyMemory<byte> Write(IEnumerable<TokenResult> answers, TimeSpan ahead)
    {
        var text = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(text))
        {
            writer.WriteStartObject();
            writer.WriteNumber("v", Version);
            writer.WriteStartArray("tokens");
            foreach (var answer in answers)
            {
                if (writer.BytesCommitted + writer.BytesPending > MaxBytes) break;
                SnapshotEntry.Write(writer, answer, ahead);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return text.WrittenMemory;
    }

    /// <summary>Reads them.</summary>
    /// <returns>Null = it was written by another version of this program.</returns>
    public static IReadOnlyList<TokenResult>? Read(ReadOnlyMemory<byte> text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            var root = document.RootElement;
            return root.GetProperty("v").GetInt32() == Version
                ? [.. root.GetProperty("tokens").EnumerateArray().Select(SnapshotEntry.Read)]
                : null;
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException
            or FormatException)
        {
            // Nobody else can have written it: only a version that wrote other members.
            return null;
        }
    }
}
