namespace TokenFunctions.Core.Tests.Realms.Config;

/// <summary>Configs with one fault each: the config, the pointer, and the message after the pointer.</summary>
public sealed class FaultyConfigs : TheoryData<string, string, string>
{
    public FaultyConfigs()
    {
        Add("""[]""", "/config", """is an array; use an object""");
        Add("""null""", "/config", """is null; use an object""");
        Add("\"x\"", "/config", """is a string; use an object""");
        Add("""{"token_path":"access_token","expires_in_path":"expires_in"}""", "/config/url", """is missing; use an absolute http or https url""");
        Add("""{"token_path":"access_token","expires_in_path":"expires_in","url":7}""", "/config/url", """is a number; use an absolute http or https url""");
        Add("""{"url":"","token_path":"access_token","expires_in_path":"expires_in"}""", "/config/url", """is empty; use an absolute http or https url""");
        Add("""{"url":"api.example.com/token","token_path":"access_token","expires_in_path":"expires_in"}""", "/config/url", """does not begin with http:// or https://; use an absolute http or https url""");
        Add("""{"url":"ftp://api.example.com/token","token_path":"access_token","expires_in_path":"expires_in"}""", "/config/url", """does not begin with http:// or https://; use an absolute http or https url""");
        Add("""{"url":"file:///etc/passwd","token_path":"access_token","expires_in_path":"expires_in"}""", "/config/url", """does not begin with http:// or https://; use an absolute http or https url""");
        Add("""{"url":"https://user:pw@api.example.com/","token_path":"access_token","expires_in_path":"expires_in"}""", "/config/url", """holds a user name or password; use `auth`""");
        Add("""{"url":"https://${key_1}@api.example.com/","token_path":"access_token","expires_in_path":"expires_in"}""", "/config/url", """holds a user name or password; use `auth`""");
        Add("""{"url":"https://api.example.com/a b","token_path":"access_token","expires_in_path":"expires_in"}""", "/config/url", """holds a blank, a control character, a backslash or `#`; percent-encode it or leave it out""");
        Add("""{"url":"https://api.example.com/#x","token_path":"access_token","expires_in_path":"expires_in"}""", "/config/url", """holds a blank, a control character, a backslash or `#`; percent-encode it or leave it out""");
        Add("""{"url":"https://api.example.com\\\\evil","token_path":"access_token","expires_in_path":"expires_in"}""", "/config/url", """holds a blank, a control character, a backslash or `#`; percent-encode it or leave it out""");
        Add("""{"url":"https://","token_path":"access_token","expires_in_path":"expires_in"}""", "/config/url", """is no valid url; use an absolute http or https url with an ASCII host""");
        Add("""{"url":"https://a:99999/","token_path":"access_token","expires_in_path":"expires_in"}""", "/config/url", """is no valid url; use an absolute http or https url with an ASCII host""");
        Add("""{"url":"https://[::1/","token_path":"access_token","expires_in_path":"expires_in"}""", "/config/url", """is no valid url; use an absolute http or https url with an ASCII host""");
        Add("""{"url":"https://\u4f8b\u5b50.example/","token_path":"access_token","expires_in_path":"expires_in"}""", "/config/url", """is no valid url; use an absolute http or https url with an ASCII host""");
        Add("""{"url":"https://${key_1/token","token_path":"access_token","expires_in_path":"expires_in"}""", "/config/url", """has `${` without `}`; write ${name}""");
        Add("""{"url":"${key_1}.example.com/token","token_path":"access_token","expires_in_path":"expires_in"}""", "/config/url", """goes on with something else than `/` or `?` after the ${field} it begins with""");
        Add("""{"url":"https://a.example/${uses.mp}","token_path":"access_token","expires_in_path":"expires_in"}""", "/config/url", """has `${uses.mp}`, but the config has no `uses` before it""");
        Add("""{"url":"https://api.example.com/token","token_path":"access_token","expires_in_path":"expires_in","method":"DELETE"}""", "/config/method", """is `DELETE`; use GET, POST or PUT""");
        Add("""{"url":"https://api.example.com/token","token_path":"access_token","expires_in_path":"expires_in","method":true}""", "/config/method", """is a boolean; use GET, POST or PUT""");
        Add("""{"url":"https://api.example.com/token","token_path":"access_token","expires_in_path":"expires_in","content_type":"yaml"}""", "/config/content_type", """is `yaml`; use json, form, xml or text""");
        Add("""{"url":"https://api.example.com/token","token_path":"access_token","expires_in_path":"expires_in","content_type":null}""", "/config/content_type", """is null; use json, form, xml or text""");
        Add("""{"url":"https://api.example.com/token","token_path":"access_token","expires_in_path":"expires_in","arguments":{}}""", "/config/arguments", """is an object; use an array""");
        Add(TooManyArguments, "/config/arguments", """has 101 items; use at most 100""");
        Add("""{"url":"https://api.example.com/token","token_path":"access_token","expires_in_path":"expires_in","arguments":[7]}""", "/config/arguments/0", """is a number; use an object""");
        Add("""{"url":"https://api.example.com/token","token_path":"access_token","expires_in_path":"expires_in","arguments":[{"place":"url","value":"v"}]}""", "/config/arguments/0/name", """is missing; use a name""");
        Add("""{"url":"https://api.example.com/token","token_path":"access_token","expires_in_path":"expires_in","arguments":[{"name":"","place":"url","value":"v"}]}""", "/config/arguments/0/name", """is empty; use a name""");
        Add("""{"url":"https://api.example.com/token","token_path":"access_token","expires_in_path":"expires_in","arguments":[{"name":1,"place":"url","value":"v"}]}""", "/config/arguments/0/name", """is a number; use a name""");
        Add("""{"url":"https://api.example.com/token","token_path":"access_token","expires_in_path":"expires_in","arguments":[{"name":"a","place":"url","value":"v"},{"name":"a","place":"url","value":"v"},{"name":"n","place":"query","value":"v"}]}""", "/config/arguments/2/place", """is `query`; use url, header or body""");
        Add("""{"url":"https://api.example.com/token","token_path":"access_token","expires_in_path":"expires_in","arguments":[{"name":"n","value":"v"}]}""", "/config/arguments/0/place", """is missing; use url, header or body""");
        Add("""{"url":"https://api.example.com/token","token_path":"access_token","expires_in_path":"expires_in","arguments":[{"name":"n","place":"url"}]}""", "/config/arguments/0/value", """is missing; use a template or any JSON value""");
        Add("""{"url":"https://api.example.com/token","token_path":"access_token","expires_in_path":"expires_in","arguments":[{"name":"n","place":"url","value":null}]}""", "/config/arguments/0/value", """is null; use a string, a number or a boolean, or a JSON body""");
        Add("""{"url":"https://api.example.com/token","token_path":"access_token","expires_in_path":"expires_in","arguments":[{"name":"n","place":"header","value":{}}]}""", "/config/arguments/0/value", """is an object; use a string, a number or a boolean, or a JSON body""");
        Add("""{"url":"https://api.example.com/token","token_path":"access_token","expires_in_path":"expires_in","arguments":[{"name":"n","place":"body","value":{"a":["x","${"]}}]}""", "/config/arguments/0/value/a/1", """has `${` without `}`; write ${name}""");
        Add("""{"url":"https://api.example.com/token","token_path":"access_token","expires_in_path":"expires_in","arguments":[{"name":"n","place":"body","value":"v","wen":"force"}]}""", "/config/arguments/0/wen", """is not known; the nearest known name is `name`""");
        Add("""{"url":"https://api.example.com/token","token_path":"access_token","expires_in_path":"expires_in","arguments":[{"name":"Bad Name","place":"header","value":"v"}]}""", "/config/arguments/0/name", """is `Bad Name`, which is no header name; use letters, digits and '-'""");
        Add("""{"url":"https://api.example.com/token","token_path":"access_token","expires_in_path":"expires_in","arguments":[{"name":"Host","place":"header","value":"v"}]}""", "/config/arguments/0/name", """is `Host`, a header that the transport or `content_type` sets; leave it out""");
        Add("""{"url":"https://api.example.com/token","token_path":"access_token","expires_in_path":"expires_in","arguments":[{"name":"content-length","place":"header","value":"v"}]}""", "/config/arguments/0/name", """is `content-length`, a header that the transport or `content_type` sets; leave it out""");
        Add("""{"url":"https://api.example.com/token","token_path":"access_token","expires_in_path":"expires_in","arguments":[{"name":"Content-Type","place":"header","value":"v"}]}""", "/config/arguments/0/name", """is `Content-Type`, a header that the transport or `content_type` sets; leave it out""");
        Add("""{"url":"https://api.example.com/token","token_path":"access_token","expires_in_path":"expires_in","arguments":[{"name":"Transfer-Encoding","place":"header","value":"v"}]}""", "/config/arguments/0/name", """is `Transfer-Encoding`, a header that the transport or `content_type` sets; leave it out""");
        Add("""{"url":"https://api.example.com/token","token_path":"access_token","expires_in_path":"expires_in","arguments":[{"name":"Connection","place":"header","value":"v"}]}""", "/config/arguments/0/name", """is `Connection`, a header that the transport or `content_type` sets; leave it out""");
        Add("""{"url":"https://api.example.com/token","token_path":"access_token","expires_in_path":"expires_in","arguments":[{"name":"X","place":"header","value":"a\r\nB: c"}]}""", "/config/arguments/0/value", """holds characters that no header can carry; use printable ASCII""");
        Add("""{"url":"https://api.example.com/token","token_path":"access_token","expires_in_path":"expires_in","method":"GET","arguments":[{"name":"n","place":"body","value":"v"}]}""", "/config/arguments/0/place", """is `body`, but `method` is GET; use url or header, or another method""");
        Add("""{"url":"https://api.example.com/token","token_path":"access_token","expires_in_path":"expires_in","auth":"basic"}""", "/config/auth", """is a string; use an object""");
        Add("""{"url":"https://api.example.com/token","token_path":"access_token","expires_in_path":"expires_in","auth":{"type":"digest","username":"$a","password":"$b"}}""", "/config/auth/type", """is `digest`; use basic""");
        Add("""{"url":"https://api.example.com/token","token_path":"access_token","expires_in_path":"expires_in","auth":{"type":"basic","username":"$a"}}""", "/config/auth/password", """is missing; use a template""");
        Add("""{"url":"https://api.example.com/token","token_path":"access_token","expires_in_path":"expires_in","auth":{"type":"basic","username":"$a","password":"$b","encoding":"utf8"}}""", "/config/auth/encoding", """is `utf8`; use raw or form""");
        Add("""{"url":"https://api.example.com/token","token_path":"access_token","expires_in_path":"expires_in","auth":{"type":"basic","username":"$a","password":"$b"},"arguments":[{"name":"authorization","place":"header","value":"v"}]}""", "/config/auth", """and an argument both set the header `Authorization`; leave one of them out""");
        Add("""{"url":"https://api.example.com/token","expires_in_path":"expires_in"}""", "/config/token_path", """is missing; use a path or a list of paths""");
        Add("""{"url":"https://api.example.com/token","expires_in_path":"expires_in","token_path":7}""", "/config/token_path", """is a number; use a path or a list of paths""");
        Add("""{"url":"https://api.example.com/token","expires_in_path":"expires_in","token_path":[]}""", "/config/token_path", """is an empty list; use a path or a list of paths""");
        Add("""{"url":"https://api.example.com/token","expires_in_path":"expires_in","token_path":["a",1]}""", "/config/token_path/1", """is a number; use a path""");
        Add("""{"url":"https://api.example.com/token","expires_in_path":"expires_in","token_path":"header:X Token"}""", "/config/token_path", """is `header:X Token`; use header:Name or cookie:NAME with a name""");
        Add("""{"url":"https://api.example.com/token","expires_in_path":"expires_in","token_path":"cookie:"}""", "/config/token_path", """is `cookie:`; use header:Name or cookie:NAME with a name""");
        Add("""{"url":"https://api.example.com/token","token_path":"access_token"}""", "/config/expires_in_path", """is missing; use a path, or give `response.default_ttl_sec`""");
        Add("""{"url":"https://api.example.com/token","token_path":"access_token","expires_in_path":"expires_in","response":[]}""", "/config/response", """is an array; use an object""");
        Add("""{"url":"https://api.example.com/token","token_path":"access_token","expires_in_path":"expires_in","response":{"default_ttl_sec":0}}""", "/config/response/default_ttl_sec", """is 0; use a whole number from 1 to 315360000""");
        Add("""{"url":"https://api.example.com/token","token_path":"access_token","expires_in_path":"expires_in","response":{"default_ttl_sec":315360001}}""", "/config/response/default_ttl_sec", """is 315360001; use a whole number from 1 to 315360000""");
        Add("""{"url":"https://api.example.com/token","token_path":"access_token","expires_in_path":"expires_in","response":{"default_ttl":60}}""", "/config/response/default_ttl", """is not known; the nearest known name is `default_ttl_sec`""");
        Add("""{"url":"https://api.example.com/token","token_path":"access_token","expires_in_path":"expires_in","response":{"extra":{"a/b~c":7}}}""", "/config/response/extra/a~1b~0c", """is a number; use a path""");
        Add("""{"url":"https://api.example.com/token","token_path":"access_token","expires_in_path":"expires_in","attach":{"place":"body"}}""", "/config/attach/place", """is `body`; use header, query or cookie""");
        Add("""{"url":"https://api.example.com/token","token_path":"access_token","expires_in_path":"expires_in","attach":{"place":"query"}}""", "/config/attach/name", """is missing; use a name""");
        Add("""{"url":"https://api.example.com/token","token_path":"access_token","expires_in_path":"expires_in","attach":{"name":"a b"}}""", "/config/attach/name", """is `a b`; use the name of a header""");
        Add("""{"url":"https://api.example.com/token","token_path":"access_token","expires_in_path":"expires_in","attach":{"name":"Host"}}""", "/config/attach/name", """is `Host`, a header that the transport sets; use another""");
        Add("""{"url":"https://api.example.com/token","token_path":"access_token","expires_in_path":"expires_in","attach":{"prefix":"x\n"}}""", "/config/attach/prefix", """holds characters that no header can carry; use printable ASCII""");
        Add("""{"url":"https://api.example.com/token","token_path":"access_token","expires_in_path":"expires_in","policy":{"issue":"once"}}""", "/config/policy/issue", """is `once`; use independent, stable or replaces""");
        Add("""{"url":"https://api.example.com/token","token_path":"access_token","expires_in_path":"expires_in","policy":{"timeout_ms":99}}""", "/config/policy/timeout_ms", """is 99; use a whole number from 100 to 120000""");
        Add("""{"url":"https://api.example.com/token","token_path":"access_token","expires_in_path":"expires_in","policy":{"timeout_ms":120001}}""", "/config/policy/timeout_ms", """is 120001; use a whole number from 100 to 120000""");
        Add("""{"url":"https://api.example.com/token","token_path":"access_token","expires_in_path":"expires_in","policy":{"overlap_sec":-1}}""", "/config/policy/overlap_sec", """is -1; use a whole number from 0 to 86400""");
        Add("""{"url":"https://api.example.com/token","token_path":"access_token","expires_in_path":"expires_in","policy":{"overlap_sec":86401}}""", "/config/policy/overlap_sec", """is 86401; use a whole number from 0 to 86400""");
        Add("""{"url":"https://api.example.com/token","token_path":"access_token","expires_in_path":"expires_in","policy":{"refresh_before_sec":-1}}""", "/config/policy/refresh_before_sec", """is -1; use a whole number from 0 to 31536000""");
        Add("""{"url":"https://api.example.com/token","token_path":"access_token","expires_in_path":"expires_in","policy":{"refresh_before_sec":31536001}}""", "/config/policy/refresh_before_sec", """is 31536001; use a whole number from 0 to 31536000""");
        Add("""{"url":"https://api.example.com/token","token_path":"access_token","expires_in_path":"expires_in","policy":{"force_min_interval_sec":-1}}""", "/config/policy/force_min_interval_sec", """is -1; use a whole number from 0 to 86400""");
        Add("""{"url":"https://api.example.com/token","token_path":"access_token","expires_in_path":"expires_in","policy":{"force_min_interval_sec":86401}}""", "/config/policy/force_min_interval_sec", """is 86401; use a whole number from 0 to 86400""");
        Add("""{"url":"https://api.example.com/token","token_path":"access_token","expires_in_path":"expires_in","policy":{"timeout_ms":"10000"}}""", "/config/policy/timeout_ms", """is a string; use a whole number from 100 to 120000""");
        Add("""{"url":"https://api.example.com/token","token_path":"access_token","expires_in_path":"expires_in","policy":{"timeout_ms":100.5}}""", "/config/policy/timeout_ms", """is 100.5; use a whole number from 100 to 120000""");
        Add("""{"url":"https://api.example.com/token","token_path":"access_token","expires_in_path":"expires_in","policy":{"identity":"key_1"}}""", "/config/policy/identity", """is a string; use an array""");
        Add("""{"url":"https://api.example.com/token","token_path":"access_token","expires_in_path":"expires_in","policy":{"identity":["key_1","a b"]}}""", "/config/policy/identity/1", """is `a b`; use a secret field's name (a letter or '_', then letters, digits, '_' or '-', at most 128 in all)""");
        Add("""{"url":"https://api.example.com/token","token_path":"access_token","expires_in_path":"expires_in","policy":{"identity":[1]}}""", "/config/policy/identity/0", """is a number; use a secret field's name (a letter or '_', then letters, digits, '_' or '-', at most 128 in all)""");
        Add("""{"url":"https://api.example.com/token","token_path":"access_token","expires_in_path":"expires_in","policy":{"timeout":10000}}""", "/config/policy/timeout", """is not known; the nearest known name is `timeout_ms`""");
        Add("""{"url":"https://api.example.com/token","token_path":"access_token","expires_in_path":"expires_in","tokenPath":"x"}""", "/config/tokenPath", """is not known; the nearest known name is `token_path`""");
        Add("""{"url":"https://api.example.com/token","token_path":"access_token","expires_in_path":"expires_in","variables":[]}""", "/config/variables", """is not known; the nearest known name is `vars`""");
        Add("""{"url":"https://api.example.com/token","token_path":"access_token","expires_in_path":"expires_in","method":"GET","method":"GET"}""", "/config/method", """is given twice; give it once""");
        Add("""{"url":"https://api.example.com/token","token_path":"access_token","expires_in_path":"expires_in","content_type":"\ud800"}""", "/config", """holds half of a surrogate pair as a \u escape; write the whole character""");
    }

    private static string TooManyArguments =>
        $$"""{"url":"https://api.example.com/token","token_path":"t","expires_in_path":"e","arguments":[{{string.Join(',', Enumerable.Repeat("{}", 101))}}]}""";
}
