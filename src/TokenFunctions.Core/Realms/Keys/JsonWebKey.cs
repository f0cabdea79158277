using System.Security.Cryptography;
using System.Text.Json;

namespace TokenFunctions.Realms.Keys;

/// <summary>Reads the keys that a JWK holds (RFC 7518 §6).</summary>
internal static class JsonWebKey
{
    /// <summary>An RSA or EC key, private or public; null when the JWK holds neither.</summary>
    /// <exception cref="CryptographicException">The numbers make no key.</exception>
    public static AsymmetricAlgorithm? Asymmetric(JsonElement jwk) => Text(jwk, "kty") switch
    {
        "RSA" => Rsa(jwk),
        "EC" => Ec(jwk),
        _ => null,
    };

    /// <summary>Whether it holds the private half.</summary>
    public static bool IsPrivate(JsonElement jwk) => Number(jwk, "d") is not null;

    /// <summary>The bytes of a symmetric key; null when the JWK is none.</summary>
    public static byte[]? Symmetric(JsonElement jwk) => Text(jwk, "kty") == "oct" ? Number(jwk, "k") : null;

    private static RSA? Rsa(JsonElement jwk)
    {
        var modulus = Number(jwk, "n").AsSpan().TrimStart((byte)0).ToArray();
        // The import does not look whether a number has any digits.
        if (modulus.Length == 0) return null;
        var half = (modulus.Length + 1) / 2;
        return RSA.Create(new RSAParameters
        {
            Modulus = modulus,
            Exponent = Number(jwk, "e"),
            D = Fit(Number(jwk, "d"), modulus.Length),
            P = Fit(Number(jwk, "p"), half),
            Q = Fit(Number(jwk, "q"), half),
            DP = Fit(Number(jwk, "dp"), half),
            DQ = Fit(Number(jwk, "dq"), half),
            InverseQ = Fit(Number(jwk, "qi"), half),
        });
    }

    private static ECDsa? Ec(JsonElement jwk)
    {
        if (NamedCurve.OfJwk(Text(jwk, "crv")) is not { } curve) return null;
        return ECDsa.Create(new ECParameters
        {
            Curve = ECCurve.CreateFromValue(curve.Oid),
            D = Fit(Number(jwk, "d"), curve.Length),
            Q = new ECPoint
            {
                X = Fit(Number(jwk, "x"), curve.Length),
                Y = Fit(Number(jwk, "y"), curve.Length),
            },
        });
    }

    // Some writers leave leading zeros out, others add one; the import wants exact lengths.
    private static byte[]? Fit(byte[]? number, int length)
    {
        if (number is null) return null;
        var digits = number.AsSpan().TrimStart((byte)0);
        if (digits.Length > length) return number;
        var fitted = new byte[length];
        digits.CopyTo(fitted.AsSpan(length - digits.Length));
        return fitted;
    }

    private static byte[]? Number(JsonElement jwk, string member) =>
        Text(jwk, member) is { } text ? Base64Text.Decode(text) : null;

    private static string? Text(JsonElement jwk, string member) =>
        jwk.ValueKind == JsonValueKind.Object && jwk.TryGetProperty(member, out var value)
        && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
