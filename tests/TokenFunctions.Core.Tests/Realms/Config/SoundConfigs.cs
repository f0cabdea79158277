namespace TokenFunctions.Core.Tests.Realms.Config;

/// <summary>Members of configs that look odd and are right: what goes into a config beside url and paths.</summary>
public sealed class SoundConfigs : TheoryData<string>
{
    private const string Http = """{"url":"https://api.example.com/token","token_path":"t","expires_in_path":"e",""";

    public SoundConfigs()
    {
        Add(Http + """ "arguments":[],"vars":[],"uses":[],"inputs":[],"state":[],"steps":[],"response":{},"errors":{},"attach":{},"policy":{}}""");
        Add(Http + """ "method":"GET","arguments":[{"name":"n","place":"body","value":"v"}]}""");
        Add(Http + """ "method":"GET","content_type":"xml","arguments":[{"name":"n","place":"body","value":"v"}]}""");
        Add(Http + """ "method":"GET","body":{"a":1}}""");
        Add(Http + """ "arguments":[{"name":"n","place":"url","value":null,"omit_empty":true},{"name":"m","place":"header","value":{"a":[1]}}]}""");
        Add(Http + """ "content_type":"form","body":{"a/b":{},"c":null}}""");
        Add(Http + """ "content_type":"text","body":{"a":1}}""");
        Add(Http + """ "content_type":"text","body":[1]}""");
        Add(Http + """ "auth":{"type":"basic","username":"$a"}}""");
        Add(Http + """ "auth":{"type":"basic","password":"$a"}}""");
        Add(Http + """ "auth":{"type":"aws_sigv4","service":"s","region":"r","access_key_id":"$a","secret_access_key":"$b"},"arguments":[{"name":"X-Amz-Security-Token","place":"header","value":"$c"}]}""");
        Add(Http + """ "tls":{"cert":"$c"}}""");
        Add(Http + """ "tls":{"ca":"$c"}}""");
        Add(Http + """ "uses":[{"as":"1","realm":"r","key":"k"}],"inputs":[{"name":"now"}],"state":[{"name":"2-b","initial":"$s","path":"p"}]}""");
        Add(Http + """ "steps":[{"id":"1","url":"https://s.example/"},{"id":"response","url":"https://s.example/${steps.1.a}"}]}""");
        Add(Http + """ "steps":[{"id":"login","url":"https://s.example/"}],"uses":[{"as":"u","realm":"r","key":"$login"}]}""");
        Add(Http + """ "vars":[{"name":"x","gen":"unix","tz_offset_min":480},{"name":"y","gen":"date:%R %h"}],"body":{"x":"${x}${y}"}}""");
        Add(Http + """ "vars":[{"name":"x","fingerprint":{"of":"certificate","pem":"$k"},"output":"base64"}],"body":{"x":"$x"}}""");
        Add(Http + """ "response":{"success":[{"path":"a","in":[0],"not_in":[]},{"path":"b"}]}}""");
        Add(Http + """ "errors":{"rules":[{"message_match":"^(?!ok)(a)\\1"},{"refresh_uses":[]},{}]}}""");
        Add("""{"mode":"local","method":"GET","content_type":"json","arguments":[],"body":{},"state":[],"steps":[],"response":{"token_template":"$key_1","format":"json","expires_in_unit":"s","expires_at_format":"auto","issued_at_format":"auto","success":[],"extra":{}}}""");
    }
}
