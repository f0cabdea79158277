using System.Buffers;
using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using TokenFunctions.Tokens;

namespace TokenFunctions.Http.Endpoints;

/// <summary>JSON as it is put together for the answers that are asked for the most, in memory that is used again: what
/// stands still is copied, and only what a text needs is escaped. It has the form that <see cref="AnswerJson"/> gives
/// all other answers.</summary>
internal ref struct JsonBytes
{
    // A number or a time with its quotes.
    private const int MaxScalar = 40;

    // What no JSON text of ours escapes.
    private const string Readable =
        " !#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~";

    private static readonly SearchValues<char> Plain = SearchValues.Create(Readable);
    private static readonly SearchValues<byte> PlainBytes = SearchValues.Create(Encoding.ASCII.GetBytes(Readable));

    private byte[] bytes;
    private int length;

    /// <summary>Room for so many bytes at first.</summary>
    public JsonBytes(int size) => bytes = ArrayPool<byte>.Shared.Rent(size);

    /// <summary>Puts down what is JSON already.</summary>
    public void Add(scoped ReadOnlySpan<byte> json)
    {
        json.CopyTo(Room(json.Length));
        length += json.Length;
    }

    /// <summary>Puts down a number.</summary>
    public void Add(long number)
    {
        Utf8Formatter.TryFormat(number, Room(MaxScalar), out var written);
        length += written;
    }

    /// <summary>Puts down a text with its quotes.</summary>
    public void Add(string text)
    {
        if (text.AsSpan().ContainsAnyExcept(Plain)) Add(text, static (writer, any) => writer.WriteStringValue(any));
        else AddPlain(text);
    }

    /// <summary>Puts down a text that must not be printed, with its quotes; no string is made of it.</summary>
    public void Add(SecretText text)
    {
        if (!text.TryGetUtf8(out var utf8)) Add(text.Reveal());
        else if (utf8.ContainsAnyExcept(PlainBytes)) Add(text, static (writer, any) => WriteValue(writer, any));
        else AddPlain(utf8);
    }

    /// <summary>Puts down a time: ISO 8601, UTC, with Z and no more of a second than there is.</summary>
    public void Add(DateTimeOffset time)
    {
        var room = Room(MaxScalar);
        room[0] = (byte)'"';
        Utf8Formatter.TryFormat(time.UtcDateTime, room[1..], out var written, new StandardFormat('O'));
        var digits = room[1..written].TrimEnd((byte)'0').TrimEnd((byte)'.');
        "Z\""u8.CopyTo(room[(1 + digits.Length)..]);
        length += digits.Length + 3;
    }

    /// <summary>Puts down a value that is rare enough for a writer of its own.</summary>
    public void Add<T>(T value, Action<Utf8JsonWriter, T> write)
    {
        var rare = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(rare, AnswerJson.Options)) write(writer, value);
        Add(rare.WrittenSpan);
    }

    /// <summary>Gives out what was put down. The array is the pool's again once it has been sent.</summary>
    public readonly ArraySegment<byte> Take() => new(bytes, 0, length);

    // Somebody may have revealed it since it was looked at.
    private static void WriteValue(Utf8JsonWriter writer, SecretText text)
    {
        if (text.TryGetUtf8(out var utf8)) writer.WriteStringValue(utf8);
        else writer.WriteStringValue(text.Reveal());
    }

    private void AddPlain(scoped ReadOnlySpan<byte> text)
    {
        var room = Room(text.Length + 2);
        room[0] = room[text.Length + 1] = (byte)'"';
        text.CopyTo(room[1..]);
        length += text.Length + 2;
    }

    private void AddPlain(string text)
    {
        var room = Room(text.Length + 2);
        room[0] = room[text.Length + 1] = (byte)'"';
        Encoding.ASCII.GetBytes(text, room[1..]);
        length += text.Length + 2;
    }

    private Span<byte> Room(int size)
    {
        if (bytes.Length - length < size) Grow(size);
        return bytes.AsSpan(length);
    }

    private void Grow(int size)
    {
        var wider = ArrayPool<byte>.Shared.Rent(Math.Max(bytes.Length * 2, length + size));
        bytes.AsSpan(0, length).CopyTo(wider);
        ArrayPool<byte>.Shared.Return(bytes, clearArray: true);
        bytes = wider;
    }
}
