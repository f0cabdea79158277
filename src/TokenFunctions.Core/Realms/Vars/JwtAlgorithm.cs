using System.Security.Cryptography;
using TokenFunctions.Realms.Keys;
using TokenFunctions.Realms.Templates;

namespace TokenFunctions.Realms.Vars;

/// <summary>How a JWT is signed (RFC 7518 §3.1).</summary>
/// <param name="Name">Its <c>alg</c>.</param>
/// <param name="Hash">The hash in the signature.</param>
/// <param name="Curve">The curve of ES*; null for the others.</param>
internal sealed record JwtAlgorithm(string Name, HashAlgorithmName Hash, NamedCurve? Curve)
{
    /// <summary>All there are.</summary>
    public static readonly IReadOnlyList<JwtAlgorithm> All =
    [
        new("RS256", HashAlgorithmName.SHA256, null),
        new("RS384", HashAlgorithmName.SHA384, null),
        new("RS512", HashAlgorithmName.SHA512, null),
        new("PS256", HashAlgorithmName.SHA256, null),
        new("PS384", HashAlgorithmName.SHA384, null),
        new("PS512", HashAlgorithmName.SHA512, null),
        new("ES256", HashAlgorithmName.SHA256, NamedCurve.P256),
        new("ES384", HashAlgorithmName.SHA384, NamedCurve.P384),
        new("ES512", HashAlgorithmName.SHA512, NamedCurve.P521),
        new("HS256", HashAlgorithmName.SHA256, null),
        new("HS384", HashAlgorithmName.SHA384, null),
        new("HS512", HashAlgorithmName.SHA512, null),
    ];

    /// <summary>Whether both sides have the same key: HS*.</summary>
    public bool IsSymmetric => Name.StartsWith("HS", StringComparison.Ordinal);

    /// <summary>The signature over the text, or what is wrong with the key.</summary>
    public SignatureResult Sign(byte[] text, VarKey key, AttemptScope scope)
    {
        if (IsSymmetric) return Hmac(text, key.Bytes(scope));
        if (Curve is not null) return Signing.Ec(key.Text(scope), text, Hash, Curve);
        var padding = Name.StartsWith("PS", StringComparison.Ordinal)
            ? RSASignaturePadding.Pss
            : RSASignaturePadding.Pkcs1;
        return Signing.Rsa(key.Text(scope), text, Hash, padding);
    }

    // RFC 7518 §3.2 wants keys as long as the hash; providers hand out shorter ones, and theirs is the choice.
    private SignatureResult Hmac(byte[] text, byte[] key) => key.Length == 0
        ? SignatureResult.Failed("is empty or not of its `key_encoding`")
        : SignatureResult.Of(CryptographicOperations.HmacData(Hash, key, text));
}
