using System.Security.Cryptography;
using System.Text;
using TokenFunctions.Core.Tests.Realms.Doubles;
using TokenFunctions.Realms.Templates;

namespace TokenFunctions.Core.Tests.Realms.Vars;

public sealed class HashTests
{
    // RFC 1321 A.5, FIPS 180 examples, RFC 2202 and RFC 4231 (test case 2).
    [Theory]
    [InlineData(""" "value":"abc","hash":"md5" """, "900150983cd24fb0d6963f7d28e17f72")]
    [InlineData(""" "value":"abc","hash":"sha1" """, "a9993e364706816aba3e25717850c26c9cd0d89d")]
    [InlineData(""" "value":"abc","hash":"sha256" """, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")]
    [InlineData(""" "value":"what do ya want for nothing?","hash":"hmac_sha1","key":"Jefe" """, "effcdf6ae5eb2fa2d27416d5f184df9c259a7c79")]
    [InlineData(""" "value":"what do ya want for nothing?","hash":"hmac_sha256","key":"Jefe" """, "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")]
    [InlineData(""" "value":"what do ya want for nothing?","hash":"hmac_sha256","key":"4a656665","key_encoding":"hex" """, "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")]
    [InlineData(""" "value":"what do ya want for nothing?","hash":"hmac_sha256","key":"SmVmZQ==","key_encoding":"base64" """, "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")]
    [InlineData(""" "value":"abc","hash":"md5","output":"hex" """, "900150983cd24fb0d6963f7d28e17f72")]
    [InlineData(""" "value":"abc","hash":"md5","output":"HEX" """, "900150983CD24FB0D6963F7D28E17F72")]
    [InlineData(""" "value":"abc","hash":"md5","output":"base64" """, "kAFQmDzST7DWlj99KOF/cg==")]
    [InlineData(""" "value":"abc","hash":"md5","output":"base64url" """, "kAFQmDzST7DWlj99KOF_cg")]
    [InlineData(""" "value":"","hash":"md5" """, "d41d8cd98f00b204e9800998ecf8427e")]
    [InlineData(""" "value":"今","hash":"md5","output":"hex" """, "ba4b5ed1ab70969c8e95883e4103e4e1")]
    public void A_value_is_hashed(string members, string expected) =>
        Assert.Equal(expected, VarRun.Last($$"""[{"name":"x",{{members}}}]""").Text);

    [Theory]
    [InlineData("base64", "w6Q6cHc=")]
    [InlineData("base64url", "w6Q6cHc")]
    [InlineData("hex", "c3a43a7077")]
    [InlineData("HEX", "C3A43A7077")]
    [InlineData("raw", "ä:pw")]
    public void Without_a_hash_the_text_itself_is_written(string output, string expected) =>
        Assert.Equal(expected, VarRun.Last($$"""[{"name":"x","value":"ä:${pw}","output":"{{output}}"}]""", Ask.Secret(("pw", "pw"))).Text);

    [Fact]
    public void Alone_an_expression_keeps_its_type()
    {
        Assert.Equal(DatumKind.Number, VarRun.Last("""[{"name":"x","value":"${now}"}]""").Kind);
        Assert.Equal(DatumKind.Text, VarRun.Last("""[{"name":"x","value":"v${now}"}]""").Kind);
    }

    // The chain of AWS Signature Version 4; the key and its derivation are the example of AWS's documentation.
    [Fact]
    public void Raw_hashes_make_a_chain_of_keys()
    {
        var text = VarRun.Last("""
            [{"name":"k0","value":"AWS4${s}"},
             {"name":"k1","value":"20150830","hash":"hmac_sha256","key":"${k0}","output":"raw"},
             {"name":"k2","value":"us-east-1","hash":"hmac_sha256","key":"${k1}","output":"raw"},
             {"name":"k3","value":"iam","hash":"hmac_sha256","key":"$k2","output":"raw"},
             {"name":"copy","value":"${k3}"},
             {"name":"k4","value":"aws4_request","hash":"hmac_sha256","key":"${copy}"}]
            """, Ask.Secret(("s", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"))).Text;
        Assert.Equal("c4afb1cc5771d871763a393e44b703571b55cc28424d1a5e86da6ed3c154a4b9", text);
    }

    [Fact]
    public void A_raw_hash_may_be_hashed_or_written_again()
    {
        const string Raw = """{"name":"r","value":"abc","hash":"sha256","output":"raw"}""";
        var sha = SHA256.HashData(Encoding.UTF8.GetBytes("abc"));
        Assert.Equal(Convert.ToBase64String(sha), VarRun.Last($$"""[{{Raw}},{"name":"x","value":"${r}","output":"base64"}]""").Text);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(sha)), VarRun.Last($$"""[{{Raw}},{"name":"x","value":"$r","hash":"sha256"}]""").Text);
    }

    [Theory]
    [InlineData("hmac_sha256", "utf8", "")]
    [InlineData("hmac_sha1", "hex", "abc")]
    [InlineData("hmac_sha1", "hex", "xy")]
    [InlineData("hmac_sha256", "base64", "é")]
    [InlineData("hmac_sha256", "base64", "A")]
    public void A_key_that_is_none_is_told_by_the_names_of_var_and_field(string hash, string encoding, string key)
    {
        var (_, fault) = VarRun.Try(
            $$"""[{"name":"sign","value":"v","hash":"{{hash}}","key":"${key_2}","key_encoding":"{{encoding}}"}]""", Ask.Secret(("key_2", key)));
        Assert.Equal("The var `sign` cannot be computed: its key is empty or not of its `key_encoding`; check `key_2`.", fault);
    }

    [Theory]
    [InlineData("${key_1.@json.a}", "check `key_1`.")]
    [InlineData("x${key_1.@json.a}-${key_2}", "check `key_1` and `key_2`.")]
    public void A_value_that_is_not_there_is_told(string value, string end)
    {
        var (_, fault) = VarRun.Try($$"""[{"name":"x","value":"{{value}}"}]""", Ask.Secret(("key_1", "{}"), ("key_2", "two")));
        Assert.Equal("The var `x` cannot be computed: a value that it needs is not there; " + end, fault);
    }

    [Theory]
    [InlineData("PRIVATE KEY")]
    [InlineData("RSA PRIVATE KEY")]
    public void An_rsa_signature_is_one(string label)
    {
        using var rsa = RSA.Create(2048);
        var pem = label == "PRIVATE KEY" ? rsa.ExportPkcs8PrivateKeyPem() : rsa.ExportRSAPrivateKeyPem();
        var text = VarRun.Last("""[{"name":"x","value":"a${b}","hash":"rsa_sha256","key":"$k","output":"base64"}]""", Ask.Secret(("k", pem), ("b", "ü"))).Text;
        Assert.True(rsa.VerifyData(Encoding.UTF8.GetBytes("aü"), Convert.FromBase64String(text), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
    }

    [Fact]
    public void What_a_var_reads_is_needed_of_the_secret()
    {
        var plan = Ask.Compile(VarRun.Config("""
            [{"name":"a","value":"${v}","hash":"hmac_sha1","key":"$k"},
             {"name":"b","fingerprint":{"of":"certificate","pem":"$p"}},
             {"name":"c","jwt":{"alg":"RS256","key":"$j","header":{"kid":"$h"},"claims":{"x":[{"y":"$l"}]}}}]
            """));
        Assert.Equal(["h", "j", "k", "l", "p", "v"], plan.SecretFields);
    }
}
