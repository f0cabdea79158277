using System.Security.Cryptography;

namespace TokenFunctions.Realms.Keys;

/// <summary>Finds the public key in whatever holds one: a public key, a private key or a certificate.</summary>
internal static class PublicKeyInfo
{
    /// <summary>The key's SubjectPublicKeyInfo in DER (RFC 5280 §4.1.2.7); null when the text holds no key.</summary>
    public static byte[]? Find(string text)
    {
        var known = KeyText.Read(text);
        if (known.Jwk is { } jwk) return Export(KeyImport.Jwk(jwk));
        return known.Blocks.Select(Find).FirstOrDefault(found => found is not null);
    }

    private static byte[]? Find(KeyBlock block) =>
        (block.IsPublicKey ? FromPublicKey(block.Der) : null)
        ?? (block.IsCertificate ? FromCertificate(block) : null)
        ?? (block.IsOpenPrivateKey ? Export(PrivateKey.Open(block.Der)) : null);

    private static byte[]? FromPublicKey(byte[] der) =>
        Export(KeyImport.Rsa(key => key.ImportSubjectPublicKeyInfo(der, out _))
            ?? KeyImport.Ec(key => key.ImportSubjectPublicKeyInfo(der, out _))
            ?? KeyImport.Rsa(key => key.ImportRSAPublicKey(der, out _)));

    private static byte[]? FromCertificate(KeyBlock block)
    {
        using var certificate = CertificateText.Load(block);
        return certificate?.PublicKey.ExportSubjectPublicKeyInfo();
    }

    private static byte[]? Export(AsymmetricAlgorithm? key)
    {
        using (key) return key?.ExportSubjectPublicKeyInfo();
    }
}
