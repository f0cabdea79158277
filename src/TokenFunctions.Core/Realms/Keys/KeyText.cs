using System.Text;
using System.Text.Json;

namespace TokenFunctions.Realms.Keys;

/// <summary>A key or certificate as a person pasted it: PEM with or without its line breaks, PEM once more in base64,
/// bare DER in base64, or a JWK.</summary>
internal sealed class KeyText
{
    private const string Begin = "-----BEGIN ";
    private const string End = "-----END ";
    private const string Dashes = "-----";
    private const byte DerSequence = 0x30;

    private KeyText(IReadOnlyList<KeyBlock> blocks, JsonElement? jwk) => (Blocks, Jwk) = (blocks, jwk);

    /// <summary>The objects in order.</summary>
    public IReadOnlyList<KeyBlock> Blocks { get; }

    /// <summary>The JWK (RFC 7517); null = it is none.</summary>
    public JsonElement? Jwk { get; }

    /// <summary>Reads a text; one that holds nothing known has neither blocks nor a JWK.</summary>
    public static KeyText Read(string text)
    {
        var trimmed = text.Trim('\uFEFF', ' ', '\t', '\r', '\n', '"', '\'');
        if (Structured(trimmed) is { } structured) return structured;
        if (Base64Text.Decode(trimmed) is not { } bytes) return new([], null);
        var inner = Structured(Encoding.UTF8.GetString(bytes).Trim());
        return inner ?? new(bytes[0] == DerSequence ? [new("", bytes)] : [], null);
    }

    private static KeyText? Structured(string text)
    {
        if (text.StartsWith('{')) return new([], JsonText.TryParse(text));
        return text.Contains(Begin, StringComparison.Ordinal) ? new([.. Pem(text)], null) : null;
    }

    private static IEnumerable<KeyBlock> Pem(string text)
    {
        for (var at = text.IndexOf(Begin, StringComparison.Ordinal); at >= 0;)
        {
            var label = at + Begin.Length;
            var labelEnd = text.IndexOf(Dashes, label, StringComparison.Ordinal);
            if (labelEnd < 0) yield break;
            var body = labelEnd + Dashes.Length;
            var bodyEnd = text.IndexOf(End, body, StringComparison.Ordinal);
            if (bodyEnd < 0) yield break;
            if (Base64Text.Decode(text[body..bodyEnd]) is { } der) yield return new(text[label..labelEnd], der);
            at = text.IndexOf(Begin, bodyEnd, StringComparison.Ordinal);
        }
    }
}
