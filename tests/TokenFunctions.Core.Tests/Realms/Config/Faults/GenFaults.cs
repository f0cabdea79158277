namespace TokenFunctions.Core.Tests.Realms.Config.Faults;

/// <summary>Faults of <c>vars.gen</c> and <c>vars.fingerprint</c>.</summary>
internal sealed class GenFaults : FaultRows
{
    public GenFaults()
    {
        WithVars("""{"name":"x","value":"v","offset_sec":1}""", "/config/vars/0/offset_sec", "is known with a `gen` of times only; leave it out");
        WithVars("""{"name":"x","gen":"uuid","tz_offset_min":1}""", "/config/vars/0/tz_offset_min", "is known with a `gen` of times only; leave it out");
        WithVars("""{"name":"x","gen":"unix","offset_sec":1.5}""", "/config/vars/0/offset_sec", "is 1.5; use a whole number from -315360000 to 315360000");
        WithVars("""{"name":"x","gen":"rfc3339","tz_offset_min":841}""", "/config/vars/0/tz_offset_min", "is 841; use a whole number from -840 to 840");
        WithVars("""{"name":"x","gen":"guid"}""", "/config/vars/0/gen", "is `guid`; use uuid, hex:N or alnum:N with N from 1 to 256, unix, unix_ms, rfc3339 or date: and a format");
        WithVars("""{"name":"x","gen":"hex"}""", "/config/vars/0/gen", "is `hex`; use uuid, hex:N or alnum:N with N from 1 to 256, unix, unix_ms, rfc3339 or date: and a format");
        WithVars("""{"name":"x","gen":"hex:0"}""", "/config/vars/0/gen", "is `hex:0`; use uuid, hex:N or alnum:N with N from 1 to 256, unix, unix_ms, rfc3339 or date: and a format");
        WithVars("""{"name":"x","gen":"hex:257"}""", "/config/vars/0/gen", "is `hex:257`; use uuid, hex:N or alnum:N with N from 1 to 256, unix, unix_ms, rfc3339 or date: and a format");
        WithVars("""{"name":"x","gen":"alnum:+1"}""", "/config/vars/0/gen", "is `alnum:+1`; use uuid, hex:N or alnum:N with N from 1 to 256, unix, unix_ms, rfc3339 or date: and a format");
        WithVars("""{"name":"x","gen":"alnum:"}""", "/config/vars/0/gen", "is `alnum:`; use uuid, hex:N or alnum:N with N from 1 to 256, unix, unix_ms, rfc3339 or date: and a format");
        WithVars("""{"name":"x","gen":7}""", "/config/vars/0/gen", "is a number; use uuid, hex:N or alnum:N with N from 1 to 256, unix, unix_ms, rfc3339 or date: and a format");
        WithVars("""{"name":"x","gen":"date:"}""", "/config/vars/0/gen", """is `date:`; use date: and a format of strftime with the directives %Y %m %d %H %M %S %f %j %y %b %h %B %a %A %p %I %z %Z %e %T %R %F %D %s %L %%""");
        WithVars("""{"name":"x","gen":"date:%Q"}""", "/config/vars/0/gen", """is `date:%Q`; use date: and a format of strftime with the directives %Y %m %d %H %M %S %f %j %y %b %h %B %a %A %p %I %z %Z %e %T %R %F %D %s %L %%""");
        WithVars("""{"name":"x","fingerprint":{"pem":"$k"}}""", "/config/vars/0/fingerprint/of", "is missing; use certificate or public_key");
        WithVars("""{"name":"x","fingerprint":{"of":"key","pem":"$k"}}""", "/config/vars/0/fingerprint/of", "is `key`; use certificate or public_key");
        WithVars("""{"name":"x","fingerprint":{"of":"certificate"}}""", "/config/vars/0/fingerprint/pem", "is missing; use a PEM certificate or key as a template");
        WithVars("""{"name":"x","fingerprint":{"of":"certificate","pem":"$k","hash":"md5"}}""", "/config/vars/0/fingerprint/hash", "is `md5`; use sha256 or sha1");
        WithVars("""{"name":"x","fingerprint":7}""", "/config/vars/0/fingerprint", "is a number; use an object");
        WithVars("""{"name":"x","fingerprint":{"of":"certificate","pem":"$k","output":"pem"}}""", "/config/vars/0/fingerprint/output", "is `pem`; use hex, HEX, base64, base64url or raw");
        WithVars("""{"name":"x","fingerprint":{"of":"certificate","pem":"$k","alg":"md5"}}""", "/config/vars/0/fingerprint/alg", "is not known; the nearest known name is `of`");
    }
}
