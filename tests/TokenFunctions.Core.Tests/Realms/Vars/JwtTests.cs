using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using TokenFunctions.Core.Tests.Realms.Doubles;

namespace TokenFunctions.Core.Tests.Realms.Vars;

public sealed class JwtTests
{
    private const string Mac = """ "alg":"HS256","key":"k" """;

    [Theory]
    [InlineData("", """{"alg":"HS256","typ":"JWT"}""")]
    [InlineData(""" ,"header":{} """, """{"alg":"HS256"}""")]
    [InlineData(""" ,"header":{"kid":"$kid"} """, """{"alg":"HS256","kid":"key-7"}""")]
    [InlineData(""" ,"header":{"typ":"at+jwt","alg":"HS256","x5c":["${kid}"]} """, """{"alg":"HS256","typ":"at+jwt","x5c":["key-7"]}""")]
    public void A_header_is_what_the_config_says_after_the_algorithm(string members, string expected) =>
        Assert.Equal(expected, Part(Mac + members, 0));

    [Theory]
    [InlineData("", """{"iat":1795176000,"exp":1795176300}""")]
    [InlineData(""" ,"backdate_sec":60,"ttl_sec":540,"nbf":true """, """{"iat":1795175940,"nbf":1795175940,"exp":1795176540}""")]
    [InlineData(""" ,"iat":false,"ttl_sec":0 """, "{}")]
    [InlineData(""" ,"iat":false,"ttl_sec":0,"jti":true """, """{"jti":"drawn"}""")]
    [InlineData(""" ,"jti":true,"nbf":true,"claims":{"exp":1,"iat":"x","nbf":null,"jti":"own"} """, """{"exp":1,"iat":"x","nbf":null,"jti":"own"}""")]
    [InlineData(""" ,"iat":false,"ttl_sec":0,"claims":{"n":"${now}","t":"at ${now}","o":{"a":[true,1.50,"$kid"]}} """, """{"n":1795176000,"t":"at 1795176000","o":{"a":[true,1.50,"key-7"]}}""")]
    [InlineData(""" ,"iat":false,"ttl_sec":0,"claims":{"名":"今日は \u00e4<>&'+ \"q\" \\" } """, """{"名":"今日は ä<>&'+ \"q\" \\"}""")]
    public void Claims_are_computed_and_given(string members, string expected) => Assert.Equal(expected, Part(Mac + members, 1));

    [Fact]
    public void A_claim_may_be_any_json_of_the_secret() =>
        Assert.Equal(
            """{"a":{"b":[1]}}""",
            Part(Mac + ""","iat":false,"ttl_sec":0,"claims":{"a":"${kid2.@json.x}"} """, 1, ("kid2", """{"x":{"b":[1]}}""")));

    [Theory]
    [InlineData("RS256")]
    [InlineData("RS384")]
    [InlineData("RS512")]
    [InlineData("PS256")]
    [InlineData("PS384")]
    [InlineData("PS512")]
    public void Rsa_signs(string alg)
    {
        using var rsa = RSA.Create(2048);
        var (text, signature) = Sign(alg, rsa.ExportPkcs8PrivateKeyPem());
        var padding = alg[0] == 'P' ? RSASignaturePadding.Pss : RSASignaturePadding.Pkcs1;
        Assert.True(rsa.VerifyData(text, signature, new("SHA" + alg[2..]), padding));
    }

    [Theory]
    [InlineData("ES256", "1.2.840.10045.3.1.7", 64)]
    [InlineData("ES384", "1.3.132.0.34", 96)]
    [InlineData("ES512", "1.3.132.0.35", 132)]
    public void Curves_sign_in_the_form_of_jwt(string alg, string curve, int length)
    {
        using var key = ECDsa.Create(ECCurve.CreateFromValue(curve));
        var (text, signature) = Sign(alg, key.ExportECPrivateKeyPem());
        Assert.Equal(length, signature.Length);
        Assert.True(key.VerifyData(text, signature, new("SHA" + alg[2..]), DSASignatureFormat.IeeeP1363FixedFieldConcatenation));
    }

    [Theory]
    [InlineData("HS256", "utf8", "kéy")]
    [InlineData("HS384", "base64", "a8OpeQ")]
    [InlineData("HS512", "hex", "6bc3a979")]
    public void A_shared_key_signs(string alg, string encoding, string key)
    {
        var (text, signature) = Sign(alg, key, $""" ,"key_encoding":"{encoding}" """);
        Assert.Equal(CryptographicOperations.HmacData(new("SHA" + alg[2..]), Encoding.UTF8.GetBytes("kéy"), text), signature);
    }

    [Fact]
    public void A_shared_key_may_be_a_raw_hash()
    {
        var jwt = VarRun.Last("""
            [{"name":"k","value":"pw","hash":"sha256","output":"raw"},{"name":"x","jwt":{"alg":"HS256","key":"${k}"}}]
            """).Text;
        var dot = jwt.LastIndexOf('.');
        Assert.Equal(
            HMACSHA256.HashData(SHA256.HashData("pw"u8), Encoding.ASCII.GetBytes(jwt[..dot])), Base64Url.DecodeFromChars(jwt.AsSpan(dot + 1)));
    }

    [Fact]
    public void A_key_on_another_curve_of_the_same_length_is_refused()
    {
        using var key = ECDsa.Create(ECCurve.CreateFromValue("1.3.132.0.10"));
        Assert.Equal(Told("is no key on the curve P-256"), Refused("ES256", key.ExportPkcs8PrivateKeyPem()));
    }

    [Fact]
    public void A_key_that_does_not_fit_is_refused_by_name()
    {
        using var ec = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        using var rsa = RSA.Create(1024);
        using var small = RSA.Create(512);
        Assert.Equal(Told("is no RSA key"), Refused("RS256", ec.ExportPkcs8PrivateKeyPem()));
        Assert.Equal(Told("is no key on the curve P-256"), Refused("ES256", ec.ExportPkcs8PrivateKeyPem()));
        Assert.Equal(Told("is no key on the curve P-521"), Refused("ES512", rsa.ExportPkcs8PrivateKeyPem()));
        Assert.Equal(Told("is damaged, or too short for this signature"), Refused("PS512", rsa.ExportPkcs8PrivateKeyPem()));
        Assert.Equal(Told("is shorter than 1024 bits"), Refused("RS256", small.ExportPkcs8PrivateKeyPem()));
        Assert.Equal(Told("is empty or not of its `key_encoding`"), Refused("HS256", ""));
        Assert.Equal(Told("is empty"), Refused("RS256", " \n"));
        Assert.Equal(Told("holds no private key, but another object; use the private key"), Refused("RS256", rsa.ExportSubjectPublicKeyInfoPem()));
        Assert.Equal(
            Told("holds no private key that can be read; use PEM (PKCS#1, PKCS#8 or SEC1), PKCS#8 in base64, or a JWK"), Refused("RS256", "hunter2"));
        Assert.Null(Refused("RS512", rsa.ExportPkcs8PrivateKeyPem()));
    }

    [Fact]
    public void A_claim_whose_value_is_not_there_is_told()
    {
        var (_, fault) = VarRun.Try(
            """[{"name":"x","jwt":{"alg":"HS256","key":"k","claims":{"a":[{"b":"${f.@json.c}"}]}}}]""", Ask.Secret(("f", "{}")));
        Assert.Equal("The var `x` cannot be computed: a value that it needs is not there; check `f`.", fault);
    }

    private static string Told(string what) => $"The var `x` cannot be computed: its key {what}; check `key_2`.";

    private static string? Refused(string alg, string key) =>
        VarRun.Try($$$"""[{"name":"x","jwt":{"alg":"{{{alg}}}","key":"$key_2"}}]""", Ask.Secret(("key_2", key))).Fault;

    private static (byte[] Text, byte[] Signature) Sign(string alg, string key, string members = "")
    {
        var jwt = VarRun.Last($$$"""[{"name":"x","jwt":{"alg":"{{{alg}}}","key":"$k","claims":{"iss":"ü"}{{{members}}}}}]""", Ask.Secret(("k", key))).Text;
        var dot = jwt.LastIndexOf('.');
        return (Encoding.ASCII.GetBytes(jwt[..dot]), Base64Url.DecodeFromChars(jwt.AsSpan(dot + 1)));
    }

    private static string Part(string members, int index, params (string, string)[] fields)
    {
        var draws = members.Contains("jti\":true", StringComparison.Ordinal) && !members.Contains("own", StringComparison.Ordinal) ? ["drawn"] : Array.Empty<string>();
        var jwt = VarRun.Last($$$"""[{"name":"x","jwt":{{{{members}}}}}]""", Ask.Secret([("kid", "key-7"), .. fields]), draws).Text;
        return Encoding.UTF8.GetString(Base64Url.DecodeFromChars(jwt.Split('.')[index]));
    }
}
