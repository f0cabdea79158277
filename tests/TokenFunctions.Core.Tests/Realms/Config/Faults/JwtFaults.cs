namespace TokenFunctions.Core.Tests.Realms.Config.Faults;

/// <summary>Faults of <c>vars.jwt</c>.</summary>
internal sealed class JwtFaults : FaultRows
{
    public JwtFaults()
    {
        WithVars("""{"name":"x","jwt":{"key":"$k"}}""", "/config/vars/0/jwt/alg", "is missing; use RS256, RS384, RS512, PS256, PS384, PS512, ES256, ES384, ES512, HS256, HS384 or HS512");
        WithVars("""{"name":"x","jwt":{"alg":"none","key":"$k"}}""", "/config/vars/0/jwt/alg", "is `none`; use RS256, RS384, RS512, PS256, PS384, PS512, ES256, ES384, ES512, HS256, HS384 or HS512");
        WithVars("""{"name":"x","jwt":{"alg":"RS256"}}""", "/config/vars/0/jwt/key", "is missing; use a PEM private key as a template");
        WithVars("""{"name":"x","jwt":{"alg":"HS256"}}""", "/config/vars/0/jwt/key", "is missing; use a template");
        WithVars("""{"name":"x","jwt":{"alg":"ES256","key":"$k","key_encoding":"utf8"}}""", "/config/vars/0/jwt/key_encoding", "is known with the keys of HMAC only; leave it out");
        WithVars("""{"name":"x","jwt":{"alg":"RS256","key":"$k","header":[]}}""", "/config/vars/0/jwt/header", "is an array; use an object");
        WithVars("""{"name":"x","jwt":{"alg":"RS256","key":"$k","header":{"alg":"HS256"}}}""", "/config/vars/0/jwt/header/alg", "is not the `alg` of `jwt`; leave it out");
        WithVars("""{"name":"x","jwt":{"alg":"RS256","key":"$k","claims":"x"}}""", "/config/vars/0/jwt/claims", "is a string; use an object");
        WithVars("""{"name":"x","jwt":{"alg":"RS256","key":"$k","claims":{"a":{"b":["${"]}}}}""", "/config/vars/0/jwt/claims/a/b/0", "has `${` without `}`; write ${name}");
        WithVars("""{"name":"x","jwt":{"alg":"RS256","key":"$k","claims":{"a":1,"a":2}}}""", "/config/vars/0/jwt/claims/a", "is given twice; give it once");
        WithVars("""{"name":"x","jwt":{"alg":"RS256","key":"$k","ttl_sec":-1}}""", "/config/vars/0/jwt/ttl_sec", "is -1; use a whole number from 0 to 315360000");
        WithVars("""{"name":"x","jwt":{"alg":"RS256","key":"$k","backdate_sec":86401}}""", "/config/vars/0/jwt/backdate_sec", "is 86401; use a whole number from 0 to 86400");
        WithVars("""{"name":"x","jwt":{"alg":"RS256","key":"$k","iat":0}}""", "/config/vars/0/jwt/iat", "is a number; use true or false");
        WithVars("""{"name":"x","jwt":{"alg":"RS256","key":"$k","exp":true}}""", "/config/vars/0/jwt/exp", "is not known; the nearest known name is `alg`");
        WithVars("""{"name":"x","jwt":7}""", "/config/vars/0/jwt", "is a number; use an object");
        WithVars("""{"name":"x","jwt":{"alg":"HS256","key":"$k","key_encoding":"b64"}}""", "/config/vars/0/jwt/key_encoding", "is `b64`; use utf8, hex or base64");
        WithVars("""{"name":"x","jwt":{"alg":"RS256","key":"$k","nbf":0}}""", "/config/vars/0/jwt/nbf", "is a number; use true or false");
        WithVars("""{"name":"x","jwt":{"alg":"RS256","key":"$k","jti":"x"}}""", "/config/vars/0/jwt/jti", "is a string; use true or false");
    }
}
