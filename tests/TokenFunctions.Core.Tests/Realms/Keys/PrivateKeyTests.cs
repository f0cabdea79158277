using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using TokenFunctions.Core.Tests.Realms.Doubles;
using TokenFunctions.Realms.Keys;

namespace TokenFunctions.Core.Tests.Realms.Keys;

public sealed class PrivateKeyTests : IDisposable
{
    private readonly RSA rsa = RSA.Create(2048);
    private readonly ECDsa ec = ECDsa.Create(ECCurve.NamedCurves.nistP384);

    public void Dispose()
    {
        rsa.Dispose();
        ec.Dispose();
    }

    [Fact]
    public void A_key_is_read_in_every_form()
    {
        foreach (var pem in new[] { rsa.ExportRSAPrivateKeyPem(), rsa.ExportPkcs8PrivateKeyPem() })
            foreach (var text in Forms(pem))
                Assert.Equal(rsa.ExportSubjectPublicKeyInfo(), Public(text));
        foreach (var pem in new[] { ec.ExportECPrivateKeyPem(), ec.ExportPkcs8PrivateKeyPem() })
            foreach (var text in Forms(pem))
                Assert.Equal(ec.ExportSubjectPublicKeyInfo(), Public(text));
    }

    [Fact]
    public void A_key_is_found_among_other_objects()
    {
        // As `openssl ecparam -genkey` writes it, and as people put certificate and key into one field.
        var parameters = "-----BEGIN EC PARAMETERS-----\nBgUrgQQAIg==\n-----END EC PARAMETERS-----\n";
        Assert.Equal(ec.ExportSubjectPublicKeyInfo(), Public(parameters + ec.ExportECPrivateKeyPem()));
        Assert.Equal(ec.ExportSubjectPublicKeyInfo(), Public(rsa.ExportSubjectPublicKeyInfoPem() + "\n" + ec.ExportPkcs8PrivateKeyPem()));
    }

    [Fact]
    public void A_label_that_is_wrong_does_no_harm() =>
        Assert.Equal(rsa.ExportSubjectPublicKeyInfo(), Public(rsa.ExportRSAPrivateKeyPem().Replace("RSA PRIVATE", "PRIVATE", StringComparison.Ordinal)));

    [Theory]
    [InlineData(RfcKeys.Rsa)]
    [InlineData(RfcKeys.Ec)]
    public void A_jwk_is_read(string jwk)
    {
        Assert.True(PrivateKey.Read(jwk).HasKey);
        Assert.True(PrivateKey.Read(Convert.ToBase64String(Encoding.UTF8.GetBytes(jwk))).HasKey);
    }

    [Theory]
    [InlineData(RfcKeys.Hmac)]
    [InlineData("{}")]
    [InlineData("{")]
    [InlineData("""{"kty":"RSA","n":"AQAB","e":"AQAB","d":"AQAB"}""")]
    [InlineData("""{"kty":"EC","crv":"P-256","d":"AQAB","x":"AQAB","y":"AQAB"}""")]
    [InlineData("""{"kty":"EC","crv":"secp256k1","d":"AQAB","x":"AQAB","y":"AQAB"}""")]
    [InlineData("""{"kty":"OKP","crv":"Ed25519","d":"nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A"}""")]
    [InlineData("""{"kty":["EC"],"d":7}""")]
    public void A_jwk_that_is_no_private_key_is_none(string jwk) => Assert.False(PrivateKey.Read(jwk).HasKey);

    [Fact]
    public void A_public_jwk_is_no_private_key()
    {
        var jwk = JsonNode.Parse(RfcKeys.Ec)!.AsObject();
        jwk.Remove("d");
        Assert.False(PrivateKey.Read(jwk.ToJsonString()).HasKey);
    }

    [Fact]
    public void A_locked_key_opens_with_its_passphrase_only()
    {
        var way = new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1000);
        foreach (var pem in new[] { rsa.ExportEncryptedPkcs8PrivateKeyPem("open", way), ec.ExportEncryptedPkcs8PrivateKeyPem("open", way) })
        {
            Assert.True(PrivateKey.Read(pem, "open").HasKey);
            Assert.Equal("cannot be opened with the passphrase", PrivateKey.Read(pem, "shut").Fault);
            Assert.Equal("is locked with a passphrase, which was not given; use an open key without one", PrivateKey.Read(pem).Fault);
        }
    }

    [Fact]
    public void No_text_throws()
    {
        var seeds = new[] { rsa.ExportPkcs8PrivateKeyPem(), ec.ExportECPrivateKeyPem(), RfcKeys.Rsa, RfcKeys.Ec, Convert.ToBase64String(rsa.ExportPkcs8PrivateKey()) };
        Prop.ForAll<int, string?, byte[]?>((at, noise, bytes) =>
        {
            foreach (var seed in seeds)
            {
                var place = Math.Abs(at % seed.Length);
                Try(seed[..place]);
                Try(seed[..place] + noise + seed[place..]);
                Try(seed.Remove(place, Math.Min(3, seed.Length - place)));
                Try(string.Concat(seed.AsSpan(0, place), "A", seed.AsSpan(Math.Min(place + 1, seed.Length))));
            }
            Try(noise ?? "");
            Try("-----BEGIN " + noise + "-----" + Convert.ToBase64String(bytes ?? []) + "-----END ");
            Try(Convert.ToBase64String([0x30, .. bytes ?? []]));
            Try($$"""{"kty":"RSA","n":"{{Convert.ToBase64String(bytes ?? [])}}","e":"AQAB","d":"{{noise}}"}""");
        }).Check(FsCheck.Config.QuickThrowOnFailure.WithMaxTest(50));
    }

    private static void Try(string text)
    {
        using var key = PrivateKey.Read(text, "pw").Key;
        PublicKeyInfo.Find(text);
        Signing.Rsa(text, [1], HashAlgorithmName.SHA256, RSASignaturePadding.Pss);
        Signing.Ec(text, [1], HashAlgorithmName.SHA256, NamedCurve.P384);
        foreach (var certificate in CertificateText.Read(text)) certificate.Dispose();
        foreach (var encoding in Enum.GetValues<KeyEncoding>()) SymmetricKey.Read(text, encoding);
    }

    private static byte[] Public(string text)
    {
        var (key, fault) = PrivateKey.Read(text);
        using (key)
        {
            Assert.True(fault is null, text + ": " + fault);
            return key!.ExportSubjectPublicKeyInfo();
        }
    }

    private static IEnumerable<string> Forms(string pem)
    {
        var body = string.Concat(pem.Split('\n').Where(line => !line.StartsWith('-')));
        return
        [
            pem, "  " + pem + "\n\n", "\uFEFF" + pem,
            pem.Replace("\n", "\r\n", StringComparison.Ordinal),
            pem.Replace("\n", "\\n", StringComparison.Ordinal),
            pem.Replace("\n", "\\r\\n", StringComparison.Ordinal),
            pem.Replace("\n", "\\\\n", StringComparison.Ordinal),
            "\"" + pem.Replace("\n", "\\n", StringComparison.Ordinal) + "\"",
            pem.Replace("\n", " ", StringComparison.Ordinal),
            pem.Replace("\n", "", StringComparison.Ordinal),
            Convert.ToBase64String(Encoding.UTF8.GetBytes(pem)),
            Convert.ToBase64String(Encoding.UTF8.GetBytes(pem), Base64FormattingOptions.InsertLineBreaks),
            body,
            body.Replace('+', '-').Replace('/', '_').TrimEnd('='),
        ];
    }
}
