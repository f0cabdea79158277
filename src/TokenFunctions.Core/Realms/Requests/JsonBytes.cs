using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace TokenFunctions.Realms.Requests;

/// <summary>Writes JSON in the shortest form. Only what JSON itself demands is escaped: nothing of it becomes part of a
/// page, and signatures are computed over such texts.</summary>
internal static class JsonBytes
{
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The bytes of what <paramref name="write"/> writes.</summary>
    public static byte[] Write(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Compact)) write(json);
        return buffer.WrittenSpan.ToArray();
    }
}
