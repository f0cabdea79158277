using FsCheck;
using FsCheck.Fluent;
using TokenFunctions.Core.Tests.Realms.Doubles;

namespace TokenFunctions.Core.Tests.Realms.Vars;

public sealed class AnySecretTests
{
    private const string Vars = """
        [{"name":"a","value":"${f.@json.x}"},{"name":"b","value":"x${f}","output":"base64url"},{"name":"c","value":"$f","hash":"sha256"},
         {"name":"d","value":"v","hash":"hmac_sha1","key":"$f"},{"name":"e","value":"v","hash":"hmac_sha256","key":"$f","key_encoding":"hex"},
         {"name":"g","value":"v","hash":"hmac_sha256","key":"$f","key_encoding":"base64"},{"name":"h","value":"v","hash":"rsa_sha256","key":"$f"},
         {"name":"i","fingerprint":{"of":"certificate","pem":"$f"}},{"name":"j","fingerprint":{"of":"public_key","pem":"$f"}},
         {"name":"k","jwt":{"alg":"HS256","key":"$f","header":{"kid":"$f"},"claims":{"a":"$f","b":["x${f}"]}}},
         {"name":"l","jwt":{"alg":"ES512","key":"$f"}},{"name":"m","jwt":{"alg":"PS384","key":"$f"}}]
        """;

    [Fact]
    public void No_secret_throws_and_none_is_in_a_fault()
    {
        var plan = Ask.Compile(VarRun.Config(Vars));
        Prop.ForAll<string?, string?>((noise, more) =>
        {
            foreach (var text in new[] { noise ?? "", noise + "\uD800" + more, "{\"x\":\"" + more + "\uDC00\"}", "{" + noise, "-----BEGIN " + noise + "-----END -----END " })
            {
                var secret = Ask.Secret(("f", text));
                foreach (var planned in plan.Vars)
                {
                    var fault = planned.Evaluate(new(new(secret), Ask.Now)).Fault;
                    if (fault is null) continue;
                    Assert.StartsWith($"The var `{planned.Name}` cannot be computed: ", fault, StringComparison.Ordinal);
                    Assert.EndsWith("; check `f`.", fault, StringComparison.Ordinal);
                    // A text of a few letters may stand in the sentence by chance.
                    if (text.Length > 8) Assert.DoesNotContain(text, fault, StringComparison.Ordinal);
                }
            }
        }).QuickCheckThrowOnFailure();
    }
}
