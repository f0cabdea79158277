using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace TokenFunctions.Tokens;

/// <summary>A text that must not be printed: a token, a credential. Only <see cref="Reveal"/> gives it out, and the
/// members that end in <c>Utf8</c>, for those who write it as bytes.</summary>
/// <remarks>A text that came as UTF-8 takes half the memory until it is first revealed; from then on it is held as a
/// string, so that revealing it again costs nothing. Any number of threads may use it.</remarks>
[DebuggerDisplay("***")]
public sealed class SecretText : IEquatable<SecretText>
{
    // A string, or valid UTF-8: a text that has no UTF-8, with half of a surrogate pair, is always a string.
    private object held;

    /// <summary>Wraps <paramref name="value"/>.</summary>
    public SecretText(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        held = value;
    }

    private SecretText(byte[] utf8) => held = utf8;

    /// <summary>The length in characters (UTF-16); safe to show.</summary>
    public int Length
    {
        get
        {
            // Read once: another thread may reveal it meanwhile.
            var now = held;
            return now is string text ? text.Length : Encoding.UTF8.GetCharCount((byte[])now);
        }
    }

    /// <summary>The length in bytes of UTF-8; safe to show.</summary>
    public int Utf8Length => held is byte[] utf8 ? utf8.Length : Encoding.UTF8.GetByteCount((string)held);

    /// <summary>A text that came as UTF-8; bytes that are none become U+FFFD.</summary>
    public static SecretText FromUtf8(ReadOnlySpan<byte> utf8) =>
        Utf8.IsValid(utf8) ? new(utf8.ToArray()) : new(Encoding.UTF8.GetString(utf8));

    /// <summary>The text itself, for the wire and for sealing only.</summary>
    public string Reveal()
    {
        var now = held;
        if (now is string text) return text;
        var revealed = TextOf(now);
        // Of several threads all give the same string.
        return Interlocked.CompareExchange(ref held, revealed, now) as string ?? revealed;
    }

    /// <summary>Lends the text as UTF-8 if it is held so, without a copy; false = <see cref="Reveal"/> has it without one
    /// too.</summary>
    public bool TryGetUtf8(out ReadOnlySpan<byte> utf8)
    {
        var bytes = held as byte[];
        utf8 = bytes;
        return bytes is not null;
    }

    /// <summary>Writes it as a member of a JSON object, without making a string of it.</summary>
    public void WriteUtf8(Utf8JsonWriter writer, string name)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (TryGetUtf8(out var utf8)) writer.WriteString(name, utf8);
        else writer.WriteString(name, Reveal());
    }

    /// <summary>Always <c>***</c>.</summary>
    public override string ToString() => "***";

    /// <inheritdoc/>
    public bool Equals(SecretText? other)
    {
        if (other is null) return false;
        if (TryGetUtf8(out var mine) && other.TryGetUtf8(out var theirs)) return mine.SequenceEqual(theirs);
        return string.Equals(TextOf(held), TextOf(other.held), StringComparison.Ordinal);
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as SecretText);

    /// <inheritdoc/>
    public override int GetHashCode() => TextOf(held).GetHashCode(StringComparison.Ordinal);

    private static string TextOf(object held) => held as string ?? Encoding.UTF8.GetString((byte[])held);
}
