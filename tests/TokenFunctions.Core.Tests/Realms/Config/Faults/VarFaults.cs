namespace TokenFunctions.Core.Tests.Realms.Config.Faults;

/// <summary>Faults of <c>vars</c>.</summary>
internal sealed class VarFaults : FaultRows
{
    public VarFaults()
    {
        With(""" "vars":{}""", "/config/vars", "is an object; use an array");
        With(""" "vars":["x"]""", "/config/vars/0", "is a string; use an object");
        WithVars("""{"name":"x"}""", "/config/vars/0", "has none of the kinds of vars; give one: `value`, `gen`, `fingerprint` or `jwt`");
        WithVars("""{"name":"x","value":"v","gen":"uuid"}""", "/config/vars/0", "has `value` and `gen` of the kinds of vars; give one: `value`, `gen`, `fingerprint` or `jwt`");
        With(""" "vars":[{"value":"v"}]""", "/config/vars/0/name", "is missing; use a name");
        With(""" "vars":[{"name":"now","value":"v"}]""", "/config/vars/0/name", "is `now`; use a letter or '_', then letters, digits, '_' or '-', and no word of the templates' own");
        With(""" "vars":[{"name":"x","value":"v"}]""", "/config/vars/0/name", "is `x`, which no template uses; use it or leave it out");
        WithVars("""{"name":"x","value":7}""", "/config/vars/0/value", "is a number; use a template");
        WithVars("""{"name":"x","value":"${x}"}""", "/config/vars/0/value", "uses `x`, which comes later; move it before");
        WithVars("""{"name":"x","value":"v","hash":"sha3"}""", "/config/vars/0/hash", "is `sha3`; use md5, sha1, sha256, hmac_sha1, hmac_sha256 or rsa_sha256");
        WithVars("""{"name":"x","value":"v","output":"base32"}""", "/config/vars/0/output", "is `base32`; use hex, HEX, base64, base64url or raw");
        WithVars("""{"name":"x","value":"v","key":"k"}""", "/config/vars/0/key", "is known with `hash` hmac_sha1, hmac_sha256 or rsa_sha256 only; leave it out");
        WithVars("""{"name":"x","value":"v","hash":"md5","key_encoding":"hex"}""", "/config/vars/0/key_encoding", "is known with `hash` hmac_sha1, hmac_sha256 or rsa_sha256 only; leave it out");
        WithVars("""{"name":"x","value":"v","hash":"hmac_sha1"}""", "/config/vars/0/key", "is missing; use a template");
        WithVars("""{"name":"x","value":"v","hash":"rsa_sha256"}""", "/config/vars/0/key", "is missing; use a PEM private key as a template");
        WithVars("""{"name":"x","value":"v","hash":"rsa_sha256","key":"$k","key_encoding":"base64"}""", "/config/vars/0/key_encoding", "is known with the keys of HMAC only; leave it out");
        WithVars("""{"name":"x","value":"v","hash":"hmac_sha1","key":"$k","key_encoding":"base32"}""", "/config/vars/0/key_encoding", "is `base32`; use utf8, hex or base64");
        WithVars("""{"name":"x","saml":{}}""", "/config/vars/0/saml", "is not supported; let a service of your own get the token, as the realm's `logic_code`");
        WithVars("""{"name":"x","valeu":"v","gen":"uuid"}""", "/config/vars/0/valeu", "is not known; the nearest known name is `value`");
        WithVars("""{"name":"x","gen":"uuid"},{"name":"x","gen":"uuid"}""", "/config/vars/1/name", "is `x`, which is there already; use another name");
        With(TooManyVars, "/config/vars", "has 51 items; use at most 50");
    }

    private static string TooManyVars
    {
        get
        {
            var numbers = Enumerable.Range(0, 51).ToList();
            var vars = string.Join(',', numbers.Select(i => $$"""{"name":"v{{i}}","gen":"uuid"}"""));
            var uses = string.Concat(numbers.SkipLast(1).Select(i => $"${{v{i}}}"));
            return $$""" "vars":[{{vars}}],"arguments":[{"name":"n","place":"body","value":"{{uses}}"}] """;
        }
    }
}
