using System.Security.Cryptography;

namespace TokenFunctions.Realms.Keys;

/// <summary>Signs with private keys as they were given.</summary>
internal static class Signing
{
    private const int MinRsaBits = 1024;

    /// <summary>An RSA signature.</summary>
    /// <param name="keyText">The key; 2048 bits and more are advised, less than 1024 refused.</param>
    /// <param name="data">What is signed.</param>
    /// <param name="hash">The hash in the signature.</param>
    /// <param name="padding">PKCS#1 v1.5 or PSS (RFC 8017 §8).</param>
    public static SignatureResult Rsa(
        string keyText, byte[] data, HashAlgorithmName hash, RSASignaturePadding padding)
    {
        var (key, fault) = PrivateKey.Read(keyText);
        using (key)
        {
            if (key is null) return SignatureResult.Failed(fault!);
            if (key is not RSA rsa) return SignatureResult.Failed("is no RSA key");
            return rsa.KeySize < MinRsaBits
                ? SignatureResult.Failed($"is shorter than {MinRsaBits} bits")
                : Try(() => SignatureResult.Of(rsa.SignData(data, hash, padding)));
        }
    }

    /// <summary>A signature on an elliptic curve, its two numbers one after the other (RFC 7518 §3.4).</summary>
    /// <param name="keyText">The key.</param>
    /// <param name="data">What is signed.</param>
    /// <param name="hash">The hash in the signature.</param>
    /// <param name="curve">The curve that the key must be on.</param>
    public static SignatureResult Ec(string keyText, byte[] data, HashAlgorithmName hash, NamedCurve curve)
    {
        var (key, fault) = PrivateKey.Read(keyText);
        using (key)
        {
            if (key is null) return SignatureResult.Failed(fault!);
            return Try(() => key is ECDsa ec && IsOn(ec, curve)
                ? SignatureResult.Of(ec.SignData(data, hash, DSASignatureFormat.IeeeP1363FixedFieldConcatenation))
                : SignatureResult.Failed($"is no key on the curve {curve.Name}"));
        }
    }

    // Of the same length as P-256 there are other curves, so the length does not tell.
    private static bool IsOn(ECDsa key, NamedCurve curve) =>
        string.Equals(key.ExportParameters(false).Curve.Oid?.Value, curve.Oid, StringComparison.Ordinal);

    private static SignatureResult Try(Func<SignatureResult> sign)
    {
        try
        {
            return sign();
        }
        catch (CryptographicException)
        {
            // Numbers that look like a key and are none, or too short a key for hash and padding.
            return SignatureResult.Failed("is damaged, or too short for this signature");
        }
    }
}
