using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using TokenFunctions.Core.Tests.Realms.Doubles;
using TokenFunctions.Realms;
using TokenFunctions.Realms.Keys;
using TokenFunctions.Realms.Templates;
using TokenFunctions.Realms.Vars;
using TokenFunctions.Tokens;

namespace TokenFunctions.Core.Tests.Realms.Vars;

/// <summary>The signatures of RFC 7515, appendix A.</summary>
public sealed class JwtRfcTests
{
    [Theory]
    [InlineData("HS256", "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9", RfcKeys.Hmac, RfcKeys.HmacSignature)]
    [InlineData("RS256", "eyJhbGciOiJSUzI1NiJ9", RfcKeys.Rsa, RfcKeys.RsaSignature)]
    public void A_published_signature_is_met(string alg, string header, string key, string expected) =>
        Assert.Equal(expected, Base64Url.EncodeToString(Sign(alg, $"{header}.{RfcKeys.Payload}", key)));

    [Fact]
    public void A_signature_with_the_published_curve_key_holds()
    {
        const string Text = "eyJhbGciOiJFUzI1NiJ9." + RfcKeys.Payload;
        using var key = ECDsa.Create(new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256,
            Q = new ECPoint
            {
                X = Base64Url.DecodeFromChars("f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU"),
                Y = Base64Url.DecodeFromChars("x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"),
            },
        });
        Assert.True(key.VerifyData(Encoding.ASCII.GetBytes(Text), Sign("ES256", Text, RfcKeys.Ec), HashAlgorithmName.SHA256));
    }

    private static byte[] Sign(string alg, string text, string key)
    {
        var scope = new AttemptScope(new CallMaterial(SecretFields.None), Ask.Now);
        var algorithm = JwtAlgorithm.All.Single(known => known.Name == alg);
        var (signature, fault) = algorithm.Sign(Encoding.ASCII.GetBytes(text), new VarKey(Template.Of(key), KeyEncoding.Utf8), scope);
        Assert.Null(fault);
        return signature!;
    }
}
