using System.Buffers;
using System.Text.Json;
using TokenFunctions.Http.Callers;

namespace TokenFunctions.Http.Transfer;

/// <summary>A caller of an import, without keys.</summary>
/// <param name="Pointer">Its place in the import.</param>
/// <param name="Caller">The caller.</param>
internal sealed record ImportedCaller(string Pointer, Caller Caller)
{
    /// <summary>Whether the stored one says the same, whatever its keys.</summary>
    public bool IsLike(Caller stored) => Text(Caller).SequenceEqual(Text(stored));

    private static ReadOnlySpan<byte> Text(Caller caller)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer)) TransferJson.Write(writer, caller);
        return buffer.WrittenSpan;
    }
}
