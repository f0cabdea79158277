using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace TokenFunctions.Core.Tests.Conformance;

public sealed class JwtComparisonTests
{
    private const string Header = """{"alg":"ALG","kid":"k"}""";
    private const string Claims = """{"iss":"i","exp":60}""";

    private static readonly RSA Rsa = RSA.Create(2048);
    private static readonly ECDsa Ec = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    [Theory]
    [InlineData("RS256")]
    [InlineData("PS256")]
    [InlineData("ES256")]
    [InlineData("HS256")]
    public void A_JWT_as_expected_passes_also_in_another_order(string alg) =>
        Assert.Empty(Differences(alg, Sign(alg, """{"kid":"k","alg":"ALG"}""", """{"exp":60,"iss":"i"}""")));

    [Theory]
    [InlineData("RS256")]
    [InlineData("PS256")]
    [InlineData("ES256")]
    [InlineData("HS256")]
    public void A_signature_of_something_else_is_found(string alg)
    {
        var token = Sign(alg, Header, Claims);
        var other = Sign(alg, Header, """{"iss":"j","exp":60}""");
        var swapped = token[..token.LastIndexOf('.')] + other[other.LastIndexOf('.')..];
        Assert.Equal([$"x jwt a signature: verify_key does not verify it as {alg}"], Differences(alg, swapped));
    }

    [Theory]
    [InlineData("""{"alg":"ALG"}""", Claims, "header")]
    [InlineData("""{"alg":"ALG","kid":"k","typ":"JWT"}""", Claims, "header")]
    [InlineData("""{"alg":"none","kid":"k"}""", Claims, "header")]
    [InlineData(Header, """{"iss":"i","exp":61}""", "claims")]
    [InlineData(Header, """{"iss":"i","exp":"60"}""", "claims")]
    [InlineData(Header, """{"iss":"i","exp":60,"jti":"x"}""", "claims")]
    public void Another_header_or_claim_is_found(string header, string claims, string part) =>
        Assert.StartsWith($"x jwt a {part}: expected", Assert.Single(Differences("RS256", Sign("RS256", header, claims))), StringComparison.Ordinal);

    [Fact]
    public void What_is_no_JWT_or_stands_elsewhere_in_the_text_is_found()
    {
        Assert.Equal(["x: expected Bearer {{jwt:a}}, but was Bearer opaque"], Differences("RS256", "opaque"));
        Assert.Equal(["x: expected Bearer {{jwt:a}}, but was nothing"], Texts("RS256").Differences("x", "Bearer {{jwt:a}}", null));
        Assert.Single(Texts("RS256").Differences("x", "{{jwt:b}}", Sign("RS256", Header, Claims)));
    }

    private static IEnumerable<string> Differences(string alg, string token) =>
        Texts(alg).Differences("x", "Bearer {{jwt:a}}", "Bearer " + token);

    private static ExpectedTexts Texts(string alg)
    {
        var key = alg[0] switch
        {
            'H' => "the secret itself",
            'E' => Ec.ExportSubjectPublicKeyInfoPem(),
            _ => Rsa.ExportSubjectPublicKeyInfoPem(),
        };
        return new(JsonDocument.Parse($$"""
            {"a":{"alg":"{{alg}}","header":{{Header.Replace("ALG", alg, StringComparison.Ordinal)}},"claims":{{Claims}},"verify_key":"{{JsonEncodedText.Encode(key)}}"} }
            """).RootElement);
    }

    private static string Sign(string alg, string header, string claims)
    {
        var data = $"{Part(header.Replace("ALG", alg, StringComparison.Ordinal))}.{Part(claims)}";
        var bytes = Encoding.ASCII.GetBytes(data);
        var signature = alg switch
        {
            "HS256" => HMACSHA256.HashData("the secret itself"u8, bytes),
            "ES256" => Ec.SignData(bytes, HashAlgorithmName.SHA256),
            "PS256" => Rsa.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pss),
            _ => Rsa.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
        };
        return $"{data}.{Base64Url.EncodeToString(signature)}";
    }

    private static string Part(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));
}
