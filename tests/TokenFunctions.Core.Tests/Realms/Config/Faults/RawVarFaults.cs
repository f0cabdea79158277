namespace TokenFunctions.Core.Tests.Realms.Config.Faults;

/// <summary>Faults of vars that are raw bytes.</summary>
internal sealed class RawVarFaults : FaultRows
{
    public RawVarFaults()
    {
        With(""" "vars":[{"name":"r","value":"v","hash":"md5","output":"raw"}],"arguments":[{"name":"n","place":"body","value":"${r}"},{"name":"m","place":"body","value":"v"}]""", "/config/arguments/0/value", "uses `r`, which is raw bytes: they may be the whole `value` or `key` of a later var only; give it another `output`");
        WithVars("""{"name":"r","value":"v","hash":"md5","output":"raw"},{"name":"x","value":"a${r}"}""", "/config/vars/1/value", "uses `r`, which is raw bytes: they may be the whole `value` or `key` of a later var only; give it another `output`");
        WithVars("""{"name":"r","value":"v","hash":"md5","output":"raw"},{"name":"x","value":"${r.a}"}""", "/config/vars/1/value", "uses `r`, which is raw bytes: they may be the whole `value` or `key` of a later var only; give it another `output`");
        WithVars("""{"name":"r","value":"v","hash":"md5","output":"raw"},{"name":"x","value":"v","hash":"hmac_sha1","key":"${r}${r}"}""", "/config/vars/1/key", "uses `r`, which is raw bytes: they may be the whole `value` or `key` of a later var only; give it another `output`");
        WithVars("""{"name":"r","value":"v","hash":"md5","output":"raw"},{"name":"x","value":"v","hash":"rsa_sha256","key":"$r"}""", "/config/vars/1/key", "uses `r`, which is raw bytes: they may be the whole `value` or `key` of a later var only; give it another `output`");
        WithVars("""{"name":"r","value":"v","hash":"md5","output":"raw"},{"name":"x","fingerprint":{"of":"certificate","pem":"$r"}}""", "/config/vars/1/fingerprint/pem", "uses `r`, which is raw bytes: they may be the whole `value` or `key` of a later var only; give it another `output`");
        WithVars("""{"name":"r","value":"v","hash":"md5","output":"raw"},{"name":"x","jwt":{"alg":"RS256","key":"$r"}}""", "/config/vars/1/jwt/key", "uses `r`, which is raw bytes: they may be the whole `value` or `key` of a later var only; give it another `output`");
        WithVars("""{"name":"r","value":"v","hash":"md5","output":"raw"},{"name":"x","jwt":{"alg":"HS256","key":"k","claims":{"a":"$r"}}}""", "/config/vars/1/jwt/claims/a", "uses `r`, which is raw bytes: they may be the whole `value` or `key` of a later var only; give it another `output`");
        WithVars("""{"name":"r","value":"v","hash":"md5","output":"raw"},{"name":"x","value":"v","hash":"hmac_sha1","key":"$r","key_encoding":"utf8"}""", "/config/vars/1/key_encoding", "stands beside a `key` that is raw bytes; leave it out");
    }
}
