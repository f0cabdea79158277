using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace TokenFunctions.Core.Tests.Conformance;

/// <summary>Compares a JWT with what is expected of it: header, claims, and a signature that the key verifies.</summary>
internal static class JwtComparison
{
    /// <summary>What is wrong; none = it is as expected.</summary>
    /// <param name="where">Where the JWT is.</param>
    /// <param name="expected">Its alg, header, claims and verify_key.</param>
    /// <param name="token">The JWT: three parts of base64url.</param>
    public static IEnumerable<string> Differences(string where, JsonElement expected, string token)
    {
        var parts = token.Split('.');
        var alg = expected.GetProperty("alg").GetString()!;
        return
        [
            .. Part(where + " header", expected.GetProperty("header"), parts[0]),
            .. Part(where + " claims", expected.GetProperty("claims"), parts[1]),
            .. IsSigned(alg, expected.GetProperty("verify_key").GetString()!, parts)
                ? Array.Empty<string>()
                : [$"{where} signature: verify_key does not verify it as {alg}"],
        ];
    }

    private static IEnumerable<string> Part(string where, JsonElement expected, string part)
    {
        using var actual = JsonDocument.Parse(Base64Url.DecodeFromChars(part));
        return JsonElement.DeepEquals(expected, actual.RootElement)
            ? []
            : [ExpectedTexts.Told(where, expected.GetRawText(), actual.RootElement.GetRawText())];
    }

    private static bool IsSigned(string alg, string key, string[] parts)
    {
        var data = Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}");
        var signature = Base64Url.DecodeFromChars(parts[2]);
        var hash = new HashAlgorithmName("SHA" + alg[2..]);
        if (alg.StartsWith("HS", StringComparison.Ordinal))
            return HmacKeys(key).Any(bytes => CryptographicOperations.HmacData(hash, bytes, data).SequenceEqual(signature));
        if (alg.StartsWith("ES", StringComparison.Ordinal))
        {
            using var ecdsa = ECDsa.Create();
            ecdsa.ImportFromPem(key);
            return ecdsa.VerifyData(data, signature, hash);
        }
        using var rsa = RSA.Create();
        rsa.ImportFromPem(key);
        var padding = alg.StartsWith("PS", StringComparison.Ordinal) ? RSASignaturePadding.Pss : RSASignaturePadding.Pkcs1;
        return rsa.VerifyData(data, signature, hash, padding);
    }

    // The vector gives the secret as it is; the realm may say that it is written as hex or base64.
    private static IEnumerable<byte[]> HmacKeys(string key)
    {
        yield return Encoding.UTF8.GetBytes(key);
        if (key.Length % 2 == 0 && key.All(char.IsAsciiHexDigit)) yield return Convert.FromHexString(key);
        var buffer = new byte[key.Length];
        if (Convert.TryFromBase64String(key, buffer, out var written)) yield return buffer[..written];
    }
}
