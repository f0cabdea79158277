namespace TokenFunctions.Realms.Vars;

/// <summary>What is made of a var's value: <c>hash</c>.</summary>
internal enum HashKind
{
    /// <summary>RFC 1321; old providers want it.</summary>
    Md5,

    /// <summary>FIPS 180-4; old providers want it.</summary>
    Sha1,

    /// <summary>FIPS 180-4.</summary>
    Sha256,

    /// <summary>RFC 2104 over SHA-1.</summary>
    HmacSha1,

    /// <summary>RFC 2104 over SHA-256.</summary>
    HmacSha256,

    /// <summary>A signature, RSASSA-PKCS1-v1_5 over SHA-256 (RFC 8017 §8.2).</summary>
    RsaSha256,
}
