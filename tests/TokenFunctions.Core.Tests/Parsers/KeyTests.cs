using System.Security.Cryptography;
using TokenFunctions.Core.Tests.Realms.Doubles;
using TokenFunctions.Notices;
using TokenFunctions.Properties;
using TokenFunctions.Realms.Egress;
using TokenFunctions.Realms.Keys;
using TokenFunctions.Storage.Sealing;

namespace TokenFunctions.Core.Tests.Parsers;

/// <summary>Keys, certificates and entries of settings: damaged ones are refused, not thrown at.</summary>
public sealed class KeyTests
{
    private static readonly string[] Pieces =
    [
        "-----BEGIN ", "-----END ", "PRIVATE KEY-----", "RSA PRIVATE KEY-----", "EC PRIVATE KEY-----", "ENCRYPTED PRIVATE KEY-----", "PUBLIC KEY-----", "CERTIFICATE-----", "\n", "\\n", "MIIB", "AAAA", "====", "Proc-Type: 4,ENCRYPTED", "{", "}", "\"kty\":\"RSA\"",
        "\"kty\":\"EC\"", "\"kty\":\"oct\"", "\"k\":\"AAAA\"", "\"crv\":\"P-256\"", "\"x\":\"AA\"", "\"y\":\"AA\"", "\"n\":\"AQAB\"", "\"e\":\"AQAB\"", "\"d\":\"AQAB\"", "\"p\":\"\"", ",", "\"n\":1", "\"d\":\"\\ud800\"",
    ];

    private static readonly string[] EgressPieces =
        ["http://", "https://", "ftp://", "*.", "a.example", "127.0.0.1", "[::1]", "::1", "10.0.0.0", "/8", "/33", "/-1", ":", "80", "65536", "]", "[", "fe80::1%eth0", "::ffff:1.2.3.4", "/", ".", ",", " ", "0x7f.1", "例"];

    private static readonly Lazy<string[]> Sound = new(() =>
    {
        using var ec = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return [RfcKeys.Rsa, RfcKeys.Ec, ec.ExportPkcs8PrivateKeyPem(), ec.ExportEncryptedPkcs8PrivateKeyPem("pw", new PbeParameters(PbeEncryptionAlgorithm.Aes128Cbc, HashAlgorithmName.SHA256, 10)), ec.ExportSubjectPublicKeyInfoPem(), KeyJwkOf(ec)];
    });

    [Fact]
    public void No_key_text_throws() => Seeds.Hold(1500, chance =>
    {
        var text = chance.OneIn(2) ? chance.Damage(chance.Pick(Sound.Value)) : chance.Pieces(12, Pieces);
        var (key, fault) = PrivateKey.Read(text, chance.Pick(null, "pw", "", "no"));
        using (key) Assert.NotEqual(key is null, fault is null);
        PublicKeyInfo.Find(text);
        foreach (var certificate in CertificateText.Read(text)) certificate.Dispose();
        foreach (var encoding in Enum.GetValues<KeyEncoding>()) SymmetricKey.Read(text, encoding);
        Base64Text.Decode(text);
        KeyText.Read(text);
    });

    [Fact]
    public void No_entry_of_the_egress_setting_throws() => Seeds.Hold(3000, chance =>
    {
        var text = chance.Pieces(7, EgressPieces);
        EgressEntryParser.Parse(text);
        Assert.NotEqual(EgressRules.TryParse(text, out var rules, out var error), error is not null);
        _ = rules;
    });

    [Fact]
    public void Every_entry_of_the_documented_form_is_taken() => Seeds.Hold(1000, chance =>
    {
        var place = chance.Pick("a.example", "*.a.example", "10.1.2.3", "10.0.0.0/8", "[2001:db8::1]", "[2001:db8::]/32");
        var text = $"{chance.Pick("", "http://", "https://", "HTTPS://")}{place}{(place.Contains('/', StringComparison.Ordinal) ? "" : chance.Pick("", ":1", ":65535"))}";
        Assert.True(EgressEntryParser.Parse(text) is not null, text);
    });

    [Fact]
    public void Sealing_and_webhook_keys_are_32_bytes_or_none() => Seeds.Hold(2000, chance =>
    {
        var bytes = new byte[chance.Below(70)];
        var text = chance.Pick("", " ", "whsec_") + (chance.OneIn(2) ? Convert.ToBase64String(bytes) : chance.Damage(Convert.ToBase64String(bytes)));
        if (SealingKey.TryParse(text, out var key)) Assert.DoesNotContain(text.Trim(), key.ToString(), StringComparison.Ordinal);
        if (text == Convert.ToBase64String(bytes)) Assert.Equal(bytes.Length == 32, SealingKey.TryParse(text, out _));
        Assert.Equal(WebhookKey.TryParse(text, out var webhook), webhook is not null);
    });

    private static string KeyJwkOf(ECDsa ec)
    {
        var parameters = ec.ExportParameters(true);
        return $$"""{"kty":"EC","crv":"P-256","x":"{{Url(parameters.Q.X!)}}","y":"{{Url(parameters.Q.Y!)}}","d":"{{Url(parameters.D!)}}"}""";
    }

    private static string Url(byte[] bytes) => System.Buffers.Text.Base64Url.EncodeToString(bytes);
}
