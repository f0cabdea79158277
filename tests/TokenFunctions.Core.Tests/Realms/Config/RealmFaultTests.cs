using System.Text.Json;
using TokenFunctions.Core.Tests.Realms.Doubles;
using TokenFunctions.Realms;

namespace TokenFunctions.Core.Tests.Realms.Config;

/// <summary>The faults of a realm outside of its config, and those of one that has many.</summary>
public sealed class RealmFaultTests
{
    [Theory]
    [InlineData("{", null, null, "/config", "is no JSON; use an object")]
    [InlineData("{} {}", null, null, "/config", "is no JSON; use an object")]
    [InlineData("[]", "wecom-corp", null, "/config", "is an array; use an object")]
    [InlineData("[]", null, "https://a.example/", "/config", "is an array; use an object")]
    [InlineData("""{"policy":{"issue":"\ud800"}}""", "wecom-corp", null, "/config", "holds half of a surrogate pair as a \\u escape; write the whole character")]
    [InlineData("""{"\udc00":1}""", null, "https://a.example/", "/config", "holds half of a surrogate pair as a \\u escape; write the whole character")]
    [InlineData("{}", "wecom-crop", null, "/preset", "is `wecom-crop`; the nearest preset is `wecom-corp`, and GET /api/preset lists them")]
    [InlineData("{}", "", null, "/preset", "is ``; the nearest preset is `jd`, and GET /api/preset lists them")]
    [InlineData("{}", "wecom-corp", "https://a.example/", "/logic_code", "stands beside `preset`; use one of them")]
    [InlineData("{}", null, "", "/logic_code", "is empty; use an absolute http or https url")]
    [InlineData("{}", null, "a.example", "/logic_code", "does not begin with http:// or https://; use an absolute http or https url")]
    [InlineData("{}", null, "https://u:p@a.example/", "/logic_code", "holds a user name or password; use `auth`")]
    [InlineData("{}", null, "https://a.example/{b}", "/logic_code", "has `{b}`, but no argument of that name with `place` path; add one, or write %7B for a plain brace")]
    [InlineData("""{"tokenpath":1}""", null, "https://a.example/", "/config/tokenpath", "is not known; the nearest known name is `token_path`")]
    [InlineData("""{"tokenpath":1}""", "wecom-corp", null, "/config/tokenpath", "is not known; the nearest known name is `token_path`")]
    [InlineData("""{"url":null}""", "wecom-corp", null, "/config/url", "is missing; use an absolute http or https url")]
    public void A_fault_of_a_realm_is_told_at_its_place(string config, string? preset, string? logicCode, string pointer, string rest) => Assert.Equal(
        [new RealmError(pointer, $"`{pointer}` {rest}.")],
        RealmCompiler.Compile(new RealmDefinition("r", config) { Preset = preset, LogicCode = logicCode }).Errors);

    [Fact]
    public void A_config_that_is_not_there_is_told() =>
        Assert.Equal([new RealmError("/config", "`/config` is missing; use an object.")], RealmCompiler.Compile(default(JsonElement)).Errors);

    [Fact]
    public void A_fault_in_each_part_is_told_at_once_and_in_order()
    {
        var compilation = Ask.TryCompile("""
            {"modes":"http","url":"a.example","method":"HEAD","content_type":"yaml",
             "arguments":[{"name":"a","place":"url"},{"name":"b","place":"header","value":"x\n"}],"body":"${",
             "auth":{"type":"none"},"tls":{"cert":7},"vars":[{"name":"v"}],"uses":[{"as":"u","realm":"r"}],"inputs":[{"name":"a.b"}],
             "state":[{"name":"s","initial":"x"}],"steps":[{"id":"one"}],"token_path":[],"response":{"format":"yaml","ok_status":[302]},
             "errors":{"rules":[{"kind":"odd"}]},"attach":{"place":"body"},"policy":{"timeout_ms":0,"limits":[{}]}}
            """);

        Assert.Null(compilation.Plan);
        Assert.Equal(
            """
            `/config/modes` is not known; the nearest known name is `mode`.
            `/config/uses/0/key` is missing; use a template.
            `/config/inputs/0/name` is `a.b`; use letters, digits, '_' or '-'.
            `/config/state/0/path` is missing; use a path.
            `/config/vars/0` has none of the kinds of vars; give one: `value`, `gen`, `fingerprint` or `jwt`.
            `/config/tls/cert` is a number; use a PEM certificate as a template.
            `/config/steps/0/url` is missing; use an absolute http or https url.
            `/config/url` does not begin with http:// or https://; use an absolute http or https url.
            `/config/method` is `HEAD`; use GET, POST or PUT.
            `/config/content_type` is `yaml`; use json, form, xml or text.
            `/config/body` has `${` without `}`; write ${name}.
            `/config/arguments/0/value` is missing; use a template or any JSON value.
            `/config/arguments/1/value` holds characters that no header can carry; use printable ASCII.
            `/config/auth/type` is `none`; use basic, bearer or aws_sigv4.
            `/config/token_path` is an empty list; use a path or a list of paths.
            `/config/expires_in_path` is missing; use a path, or give `response.default_ttl_sec`, `response.expires_at_path` or `response.expires_from_jwt`.
            `/config/response/format` is `yaml`; use json, form, xml or text.
            `/config/response/ok_status` holds a status of a redirect, which is never followed and never a success.
            `/config/errors/rules/0/kind` is `odd`; use transient, throttled, quota, ip_denied, bad_credentials, upstream_token_invalid, reauthorize or rejected.
            `/config/attach/place` is `body`; use header, query or cookie.
            `/config/policy/timeout_ms` is 0; use a whole number from 100 to 120000.
            `/config/policy/limits/0/max` is missing; use a whole number from 1 to 1000000000.
            `/config/policy/limits/0/per_sec` is missing; use a whole number from 1 to 31536000.
            `/config/vars/0/name` is `v`, which no template uses; use it or leave it out.
            """,
            string.Join('\n', compilation.Errors.Select(error => error.Message)));
    }
}
