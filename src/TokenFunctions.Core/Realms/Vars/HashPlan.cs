using System.Security.Cryptography;
using TokenFunctions.Realms.Keys;
using TokenFunctions.Realms.Templates;

namespace TokenFunctions.Realms.Vars;

/// <summary>A hash, an HMAC or a signature over a var's value.</summary>
/// <param name="Kind">Which one.</param>
/// <param name="Key">The key; null where there is none.</param>
internal sealed record HashPlan(HashKind Kind, VarKey? Key)
{
    /// <summary>The bytes, or what is wrong with the key.</summary>
    public SignatureResult Compute(byte[] data, AttemptScope scope) => Kind switch
    {
#pragma warning disable CA5350, CA5351 // Whether a provider wants MD5 or SHA-1 is not ours to choose.
        HashKind.Md5 => SignatureResult.Of(MD5.HashData(data)),
        HashKind.Sha1 => SignatureResult.Of(SHA1.HashData(data)),
        HashKind.HmacSha1 => Hmac(HMACSHA1.HashData, data, scope),
#pragma warning restore CA5350, CA5351
        HashKind.Sha256 => SignatureResult.Of(SHA256.HashData(data)),
        HashKind.HmacSha256 => Hmac(HMACSHA256.HashData, data, scope),
        _ => Signing.Rsa(Key!.Text(scope), data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
    };

    private SignatureResult Hmac(Func<byte[], byte[], byte[]> hash, byte[] data, AttemptScope scope)
    {
        var key = Key!.Bytes(scope);
        return key.Length == 0
            ? SignatureResult.Failed("is empty or not of its `key_encoding`")
            : SignatureResult.Of(hash(key, data));
    }
}
