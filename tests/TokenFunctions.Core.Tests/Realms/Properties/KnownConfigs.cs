using TokenFunctions.Core.Tests.Conformance;
using TokenFunctions.Core.Tests.Realms.Config;
using TokenFunctions.Core.Tests.Realms.Doubles;
using TokenFunctions.Realms.Presets;

namespace TokenFunctions.Core.Tests.Realms.Properties;

/// <summary>Configs to begin with.</summary>
internal static class KnownConfigs
{
    /// <summary>One config with every source of values, every kind of var and every member of the schema.</summary>
    public const string Wide = """
        {"mode":"http","url":"https://api.example.com/${key_1}/{p}?q=${inputs.i}","method":"POST","content_type":"json",
         "uses":[{"as":"u","realm":"other","key":"$key_2"}],"inputs":[{"name":"i","max_age_sec":60}],
         "state":[{"name":"s","initial":"$key_3","path":"data.refresh"}],
         "vars":[{"name":"id","gen":"uuid"},{"name":"at","gen":"date:%Y-%m-%dT%H:%M:%SZ","offset_sec":-5,"tz_offset_min":480},
           {"name":"sum","value":"${key_1}${at}${id}","hash":"hmac_sha256","key":"$key_2","output":"base64"},
           {"name":"raw","value":"$key_1","hash":"sha256","output":"raw"},{"name":"chain","value":"${at}","hash":"hmac_sha1","key":"$raw"},
           {"name":"sig","value":"${sum}","hash":"rsa_sha256","key":"$pem","output":"base64url"},
           {"name":"print","fingerprint":{"of":"public_key","pem":"$pem","hash":"sha256","output":"base64"}},
           {"name":"jwt","jwt":{"alg":"HS256","key":"$key_2","header":{"kid":"$key_1"},"claims":{"iss":"$key_1","u":"${uses.u}"},"jti":true,"nbf":true}}],
         "steps":[{"id":"one","url":"https://s.example/${state.s}","method":"GET","auth":{"type":"basic","username":"$key_1","password":"${chain}${print}"},"token_path":["a.t","t"],
             "response":{"success":[{"path":"code","in":[0],"absent":true}]},"errors":{"rules":[{"status":[401],"kind":"bad_credentials"}]}},
           {"id":"two","url":"https://t.example/","content_type":"form","body":"a=${steps.one.t}","auth":{"type":"bearer","token":"${uses.u}"}}],
         "arguments":[{"name":"p","place":"path","value":"${steps.one.header:X-T}"},{"name":"X-Sig","place":"header","value":"${sig}"},
           {"name":"j","place":"body","value":"$jwt"},{"name":"n","place":"body","value":"${now}","type":"number"},{"name":"f","place":"body","value":true,"when":"force"},
           {"name":"o","place":"body","value":"${key_4}","omit_empty":true},{"name":"k","place":"url","value":"${key_5.@json.private_key}","append":true},
           {"name":"t","place":"body","value":{"deep":["${steps.two.t}",1,null,{"x":"a${now_ms}b"}]}}],
         "token_path":["data.token","header:X-T","cookie:T",""],"expires_in_path":["data.ttl","ttl"],
         "response":{"format":"json","ok_status":[200,201],"success":[{"path":"code","not_in":[1]}],"expires_in_unit":"min","expires_at_path":"end","expires_at_format":"auto",
           "issued_at_path":"at","issued_at_format":"rfc3339","expires_from_jwt":true,"default_ttl_sec":60,"max_ttl_sec":7200,
           "token_template":{"t":"${response.data.token}","w":"${response}","k":"$key_1"},"extra":{"url":"data.url","all":"data"}},
         "errors":{"code_path":["code","data.code"],"message_path":"msg","rules":[{"code":[1],"message_match":"^a+b","kind":"throttled","retry_after_sec":5},
           {"status":[500],"refresh_uses":["u"]}]},
         "attach":{"place":"cookie","name":"t","prefix":"","hosts":["a.example"],"dead":[{"status":[401],"code":[1]}]},
         "policy":{"issue":"replaces","overlap_sec":60,"identity":["key_1"],"limits":[{"max":1,"per_sec":60}],"timeout_ms":1000}}
        """;

    private static readonly string[] Further =
    [
        Ask.Config(""" "content_type":"xml","body":"<a b='${key_1}'>${key_2}</a>","response":{"format":"xml"},"tls":{"cert":"$cert","key":"$pem"} """),
        Ask.Config(""" "content_type":"text","body":"${key_1} ${key_2}","response":{"format":"form"} """),
        Ask.Config(""" "content_type":"form","body":{"a":"$key_1"},"response":{"format":"text"} """),
        Ask.Config(""" "content_type":"json","body":"{\"a\":\"${key_1}\",\"b\":${key_2}}" """),
        Ask.Config(""" "auth":{"type":"aws_sigv4","service":"$key_1","region":"$key_2","access_key_id":"$key_3","secret_access_key":"$key_4","session_token":"$key_5"} """),
        Ask.Config(""" "auth":{"type":"basic","username":"$key_1","password":"$key_2","encoding":"form"} """),
        """{"mode":"local","response":{"token_template":"a ${key_1} ${now}","default_ttl_sec":60}}""",
    ];

    /// <summary>Configs without a fault.</summary>
    public static IReadOnlyList<string> Valid { get; } =
    [
        Wide, .. Further, .. PresetCatalog.All.Select(preset => preset.Config.GetRawText()),
        .. VectorFiles.All.Where(vector => vector.Preset is null && vector.Realm.TryGetProperty("config", out _)).Select(vector => vector.Realm.GetProperty("config").GetRawText()),
    ];

    /// <summary>Those and faulty ones.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Valid, .. new FaultyConfigs().Select(row => (string)row[0])];
}
