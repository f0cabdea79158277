using System.Buffers.Binary;
using System.Text;

namespace TokenFunctions.App.Tests.Otlp;

/// <summary>A field of a Protocol Buffers message as it is on the wire (protobuf.dev, "Encoding").</summary>
/// <param name="Number">Its number.</param>
/// <param name="Value">The number that it holds; 0 = it holds bytes.</param>
/// <param name="Bytes">The bytes that it holds: a text, bytes or a message.</param>
internal readonly record struct WireField(int Number, ulong Value, ReadOnlyMemory<byte> Bytes)
{
    public string Text => Encoding.UTF8.GetString(Bytes.Span);

    public string Hex => Convert.ToHexStringLower(Bytes.Span);

    /// <summary>The messages in a field of a message.</summary>
    public IEnumerable<WireField> Messages(params int[] path) => Messages(Bytes, path);

    /// <summary>The messages at the end of a path of field numbers.</summary>
    public static IEnumerable<WireField> Messages(ReadOnlyMemory<byte> message, params int[] path)
    {
        var found = Read(message).Where(field => field.Number == path[0]);
        return path.Length == 1 ? found : found.SelectMany(field => Messages(field.Bytes, path[1..]));
    }

    /// <summary>The fields of a message.</summary>
    public static List<WireField> Read(ReadOnlyMemory<byte> message)
    {
        List<WireField> fields = [];
        for (var rest = message; rest.Length > 0;)
        {
            var key = Varint(ref rest);
            var number = (int)(key >> 3);
            fields.Add((key & 7) switch
            {
                0 => new WireField(number, Varint(ref rest), default),
                1 => new WireField(number, BinaryPrimitives.ReadUInt64LittleEndian(Take(ref rest, 8).Span), default),
                2 => new WireField(number, 0, Take(ref rest, (int)Varint(ref rest))),
                5 => new WireField(number, BinaryPrimitives.ReadUInt32LittleEndian(Take(ref rest, 4).Span), default),
                var type => throw new InvalidDataException($"Wire type {type}"),
            });
        }

        return fields;
    }

    private static ReadOnlyMemory<byte> Take(ref ReadOnlyMemory<byte> rest, int count)
    {
        var taken = rest[..count];
        rest = rest[count..];
        return taken;
    }

    private static ulong Varint(ref ReadOnlyMemory<byte> rest)
    {
        ulong value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var part = Take(ref rest, 1).Span[0];
            value |= (ulong)(part & 0x7f) << shift;
            if (part < 0x80) return value;
        }
    }
}
