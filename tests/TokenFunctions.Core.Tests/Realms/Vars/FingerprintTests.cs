using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using TokenFunctions.Core.Tests.Realms.Doubles;
using TokenFunctions.Testing;

namespace TokenFunctions.Core.Tests.Realms.Vars;

public sealed class FingerprintTests : IDisposable
{
    private readonly X509Certificate2 certificate = ThrowAwayCertificate.Create();

    public void Dispose() => certificate.Dispose();

    [Theory]
    [InlineData("", "SHA256", "hex")]
    [InlineData(""" ,"output":"base64url" """, "SHA256", "base64url")]
    [InlineData(""" ,"output":"base64" """, "SHA256", "base64")]
    [InlineData(""" ,"hash":"sha1","output":"HEX" """, "SHA1", "HEX")]
    public void A_certificate_is_hashed(string members, string hash, string output)
    {
        var bytes = CryptographicOperations.HashData(new(hash), certificate.RawData);
        var expected = output switch
        {
            "hex" => Convert.ToHexStringLower(bytes),
            "HEX" => Convert.ToHexString(bytes),
            "base64" => Convert.ToBase64String(bytes),
            _ => System.Buffers.Text.Base64Url.EncodeToString(bytes),
        };
        foreach (var text in new[] { certificate.ExportCertificatePem(), Convert.ToBase64String(certificate.RawData), certificate.ExportCertificatePem().Replace("\n", "\\n", StringComparison.Ordinal) })
            Assert.Equal(expected, Of("certificate", text, members));
    }

    [Fact]
    public void A_public_key_is_the_same_from_wherever_it_comes()
    {
        using var key = certificate.GetECDsaPrivateKey()!;
        var expected = Convert.ToHexStringLower(SHA256.HashData(key.ExportSubjectPublicKeyInfo()));
        foreach (var text in new[]
        {
            key.ExportSubjectPublicKeyInfoPem(), key.ExportPkcs8PrivateKeyPem(), key.ExportECPrivateKeyPem(), certificate.ExportCertificatePem(),
            Convert.ToBase64String(key.ExportSubjectPublicKeyInfo()), Convert.ToBase64String(key.ExportPkcs8PrivateKey()), Convert.ToBase64String(certificate.RawData),
        })
            Assert.Equal(expected, Of("public_key", text));
        using var rsa = RSA.Create(2048);
        expected = Convert.ToHexStringLower(SHA256.HashData(rsa.ExportSubjectPublicKeyInfo()));
        foreach (var text in new[] { rsa.ExportRSAPublicKeyPem(), rsa.ExportSubjectPublicKeyInfoPem(), rsa.ExportRSAPrivateKeyPem() })
            Assert.Equal(expected, Of("public_key", text));
    }

    [Theory]
    [InlineData("certificate", "hunter2", "certificate")]
    [InlineData("certificate", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----", "certificate")]
    [InlineData("public_key", "", "key or certificate")]
    [InlineData("public_key", "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----", "key or certificate")]
    [InlineData("public_key", RfcKeys.Hmac, "key or certificate")]
    public void What_is_none_is_told_by_name(string of, string text, string wanted)
    {
        var (_, fault) = VarRun.Try($$$"""[{"name":"fp","fingerprint":{"of":"{{{of}}}","pem":"${key_5}"}}]""", Ask.Secret(("key_5", text)));
        Assert.Equal($"The var `fp` cannot be computed: its `pem` holds no {wanted} that can be read; check `key_5`.", fault);
    }

    private static string Of(string of, string text, string members = "") =>
        VarRun.Last($$$"""[{"name":"x","fingerprint":{"of":"{{{of}}}","pem":"$p"{{{members}}}}}]""", Ask.Secret(("p", text))).Text;
}
