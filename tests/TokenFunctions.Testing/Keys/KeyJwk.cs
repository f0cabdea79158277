using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace TokenFunctions.Testing.Keys;

/// <summary>Writes keys as JWK (RFC 7518 §6).</summary>
internal static class KeyJwk
{
    public static JsonObject Write(AsymmetricAlgorithm key, string algorithm, string id, bool withPrivate)
    {
        var jwk = key is RSA rsa ? Rsa(rsa, withPrivate) : Ec((ECDsa)key, withPrivate);
        (jwk["use"], jwk["alg"], jwk["kid"]) = ("sig", algorithm, id);
        return jwk;
    }

    private static JsonObject Rsa(RSA key, bool withPrivate)
    {
        var numbers = key.ExportParameters(withPrivate);
        var jwk = new JsonObject { ["kty"] = "RSA", ["n"] = Text(numbers.Modulus), ["e"] = Text(numbers.Exponent) };
        if (!withPrivate) return jwk;
        (jwk["d"], jwk["p"], jwk["q"]) = (Text(numbers.D), Text(numbers.P), Text(numbers.Q));
        (jwk["dp"], jwk["dq"], jwk["qi"]) = (Text(numbers.DP), Text(numbers.DQ), Text(numbers.InverseQ));
        return jwk;
    }

    private static JsonObject Ec(ECDsa key, bool withPrivate)
    {
        var numbers = key.ExportParameters(withPrivate);
        var jwk = new JsonObject { ["kty"] = "EC", ["crv"] = "P-256", ["x"] = Text(numbers.Q.X), ["y"] = Text(numbers.Q.Y) };
        if (withPrivate) jwk["d"] = Text(numbers.D);
        return jwk;
    }

    private static string Text(byte[]? number) => Base64Url.EncodeToString(number);
}
