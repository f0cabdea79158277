using System.Text;

namespace TokenFunctions.Realms.Keys;

/// <summary>Reads the keys of HMAC.</summary>
internal static class SymmetricKey
{
    /// <summary>The bytes of the key; empty when the text does not hold any in this encoding.</summary>
    public static byte[] Read(string text, KeyEncoding encoding) => encoding switch
    {
        KeyEncoding.Hex => FromHex(text.Trim()),
        KeyEncoding.Base64 => Base64Text.Decode(text) ?? [],
        _ => FromJwk(text) ?? Encoding.UTF8.GetBytes(text),
    };

    private static byte[]? FromJwk(string text) =>
        text.StartsWith('{') && KeyText.Read(text).Jwk is { } jwk ? JsonWebKey.Symmetric(jwk) : null;

    private static byte[] FromHex(string text) =>
        text.Length % 2 == 0 && text.All(char.IsAsciiHexDigit) ? Convert.FromHexString(text) : [];
}
