using TokenFunctions.Core.Tests.Realms.Doubles;

namespace TokenFunctions.Core.Tests.Realms.Config.Faults;

/// <summary>Faults of <c>url</c>, and the arguments that it names.</summary>
internal sealed class UrlFaults : FaultRows
{
    public UrlFaults()
    {
        Add("""{"token_path":"access_token","expires_in_path":"expires_in"}""", "/config/url", "is missing; use an absolute http or https url");
        Add("""{"token_path":"access_token","expires_in_path":"expires_in","url":7}""", "/config/url", "is a number; use an absolute http or https url");
        Add("""{"url":"","token_path":"access_token","expires_in_path":"expires_in"}""", "/config/url", "is empty; use an absolute http or https url");
        Add("""{"url":"api.example.com/token","token_path":"access_token","expires_in_path":"expires_in"}""", "/config/url", "does not begin with http:// or https://; use an absolute http or https url");
        Add("""{"url":"ftp://api.example.com/token","token_path":"access_token","expires_in_path":"expires_in"}""", "/config/url", "does not begin with http:// or https://; use an absolute http or https url");
        Add("""{"url":"file:///etc/passwd","token_path":"access_token","expires_in_path":"expires_in"}""", "/config/url", "does not begin with http:// or https://; use an absolute http or https url");
        Add("""{"url":"https://user:pw@api.example.com/","token_path":"access_token","expires_in_path":"expires_in"}""", "/config/url", "holds a user name or password; use `auth`");
        Add("""{"url":"https://${key_1}@api.example.com/","token_path":"access_token","expires_in_path":"expires_in"}""", "/config/url", "holds a user name or password; use `auth`");
        Add("""{"url":"https://api.example.com/a b","token_path":"access_token","expires_in_path":"expires_in"}""", "/config/url", "holds a blank, a control character, a backslash or `#`; percent-encode it or leave it out");
        Add("""{"url":"https://api.example.com/#x","token_path":"access_token","expires_in_path":"expires_in"}""", "/config/url", "holds a blank, a control character, a backslash or `#`; percent-encode it or leave it out");
        Add("""{"url":"https://api.example.com\\\\evil","token_path":"access_token","expires_in_path":"expires_in"}""", "/config/url", "holds a blank, a control character, a backslash or `#`; percent-encode it or leave it out");
        Add("""{"url":"https://","token_path":"access_token","expires_in_path":"expires_in"}""", "/config/url", "is no valid url; use an absolute http or https url with an ASCII host");
        Add("""{"url":"https://a:99999/","token_path":"access_token","expires_in_path":"expires_in"}""", "/config/url", "is no valid url; use an absolute http or https url with an ASCII host");
        Add("""{"url":"https://[::1/","token_path":"access_token","expires_in_path":"expires_in"}""", "/config/url", "is no valid url; use an absolute http or https url with an ASCII host");
        Add("""{"url":"https://\u4f8b\u5b50.example/","token_path":"access_token","expires_in_path":"expires_in"}""", "/config/url", "is no valid url; use an absolute http or https url with an ASCII host");
        Add("""{"url":"https://${key_1/token","token_path":"access_token","expires_in_path":"expires_in"}""", "/config/url", "has `${` without `}`; write ${name}");
        Add("""{"url":"${key_1}.example.com/token","token_path":"access_token","expires_in_path":"expires_in"}""", "/config/url", "goes on with something else than `/` or `?` after the ${field} it begins with");
        Add("""{"url":"https://a.example/${uses.mp}","token_path":"access_token","expires_in_path":"expires_in"}""", "/config/url", "has `${uses.mp}`, but the config has no `uses` before it");
        Add("""{"url":"https://api.example.com/{tenant}/token","token_path":"access_token","expires_in_path":"expires_in"}""", "/config/url", "has `{tenant}`, but no argument of that name with `place` path; add one, or write %7B for a plain brace");
        Add("""{"url":"https://api.example.com/token?a={x}","token_path":"access_token","expires_in_path":"expires_in"}""", "/config/url", "has `{x}`, but no argument of that name with `place` path; add one, or write %7B for a plain brace");
        With(""" "arguments":[{"name":"b","place":"path","value":"v"}]""", "/config/arguments/0/name", "is `b`, but `url` has no such name in braces; write it there");
        Add("""{"url":"https://api.example.com/{tenant","token_path":"access_token","expires_in_path":"expires_in"}""", "/config/url", "has `{` without a name and `}`; write {name}, or %7B for a plain brace");
        Add("""{"url":"https://api.example.com/{}/t","token_path":"access_token","expires_in_path":"expires_in"}""", "/config/url", "has `{` without a name and `}`; write {name}, or %7B for a plain brace");
        Add("""{"url":"https://api.example.com/{a${b}c}/t","token_path":"access_token","expires_in_path":"expires_in"}""", "/config/url", "has `{` without a name and `}`; write {name}, or %7B for a plain brace");
        Add("""{"url":"https://api.example.com/{t}","token_path":"access_token","expires_in_path":"expires_in","arguments":[{"name":"t","place":"path","value":"v","when":"force"}]}""", "/config/url", "has `{t}`, but no argument of that name with `place` path for a call that is not forced");
        Add("""{"url":"https://api.example.com/{t}","token_path":"access_token","expires_in_path":"expires_in","arguments":[{"name":"t","place":"path","value":"v","when":"not_force"}]}""", "/config/url", "has `{t}`, but no argument of that name with `place` path for a forced call");
        Add("""{"url":"{t}.example.com/","token_path":"access_token","expires_in_path":"expires_in","arguments":[{"name":"t","place":"path","value":"v"}]}""", "/config/url", "goes on with something else than `/` or `?` after the ${field} it begins with");
        Add("""{"url":"https://{t}@api.example.com/","token_path":"access_token","expires_in_path":"expires_in","arguments":[{"name":"t","place":"path","value":"v"}]}""", "/config/url", "holds a user name or password; use `auth`");
        Add(Ask.Config(url: "https://a.example/${1}"), "/config/url", "has a `${…}` that is not known; use ${now}, ${now_ms} or a secret field's name (a letter or '_', then letters, digits, '_' or '-', at most 128 in all)");
        Add(Ask.Config(url: "https://a.example/${response.a}"), "/config/url", "has `${response.…}`, which is known in `response.token_template` only");
        Add(Ask.Config(url: "https://a.example/${steps.a.b}"), "/config/url", "has `${steps.a}`, but the config has no `steps` before it");
        Add(Ask.Config(url: "https://a.example/${state.s}"), "/config/url", "has `${state.s}`, but the config has no `state` before it");
        Add(Ask.Config(url: "https://a.example/${inputs.i}"), "/config/url", "has `${inputs.i}`, but the config has no `inputs` before it");
    }
}
