using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Unicode;

namespace TokenFunctions.Tokens;

/// <summary>Reads texts that must not be printed out of JSON, without making strings of them.</summary>
internal static class SecretJson
{
    private const int MostOnStack = 2048;

    /// <summary>The text of that value.</summary>
    /// <exception cref="InvalidOperationException">It is no text, or what is escaped in it is no Unicode.</exception>
    public static SecretText Read(JsonElement json)
    {
        var reader = new Utf8JsonReader(JsonMarshal.GetRawUtf8Value(json));
        reader.Read();
        return Read(ref reader);
    }

    /// <summary>The text at which the reader stands.</summary>
    /// <exception cref="InvalidOperationException">It is no text, or what is escaped in it is no Unicode.</exception>
    public static SecretText Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.String && !reader.ValueIsEscaped && Utf8.IsValid(reader.ValueSpan))
            return SecretText.FromUtf8(reader.ValueSpan);
        // It is never longer than it is escaped.
        var most = reader.ValueSpan.Length;
        Span<byte> text = most <= MostOnStack ? stackalloc byte[MostOnStack] : new byte[most];
        return SecretText.FromUtf8(text[..reader.CopyString(text)]);
    }
}
