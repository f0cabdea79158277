namespace TokenFunctions.Core.Tests.Realms.Config.Faults;

/// <summary>Faults of <c>steps</c>.</summary>
internal sealed class StepFaults : FaultRows
{
    public StepFaults()
    {
        With(""" "steps":[{"id":"a","url":"https://s.example/","errors":{"rules":[{"kind":"x"}]}}]""", "/config/steps/0/errors/rules/0/kind", "is `x`; use transient, throttled, quota, ip_denied, bad_credentials, upstream_token_invalid, reauthorize or rejected");
        With(""" "steps":[{"id":"a","url":"https://s.example/","response":{"format":"x"}}]""", "/config/steps/0/response/format", "is `x`; use json, form, xml or text");
        With(""" "steps":{} """, "/config/steps", "is an object; use an array");
        With(""" "steps":["a"]""", "/config/steps/0", "is a string; use an object");
        With($""" "steps":[{string.Join(',', Enumerable.Range(0, 11).Select(i => $$"""{"id":"s{{i}}","url":"https://s.example/"}"""))}]""", "/config/steps", "has 11 items; use at most 10");
        With(""" "steps":[{"url":"https://s.example/"}]""", "/config/steps/0/id", "is missing; use a name");
        With(""" "steps":[{"id":"a","url":"https://s.example/"},{"id":"a","url":"https://s.example/"}]""", "/config/steps/1/id", "is `a`, which is there already; use another name");
        With(""" "steps":[{"id":"a"}]""", "/config/steps/0/url", "is missing; use an absolute http or https url");
        With(""" "steps":[{"id":"a","url":"https://s.example/${steps.a.t}"}]""", "/config/steps/0/url", "has `${steps.a}`, but that step comes later");
        With(""" "steps":[{"id":"a","url":"https://s.example/${steps.b.t}"},{"id":"b","url":"https://s.example/"}]""", "/config/steps/0/url", "has `${steps.b}`, but that step comes later");
        With(""" "steps":[{"id":"one","url":"https://s.example/"}],"auth":{"type":"bearer","token":"${steps.on.t}"} """, "/config/auth/token", "has `${steps.on}`, but `steps` has no such name; the nearest is `one`");
        With(""" "steps":[{"id":"a","url":"https://s.example/","expires_in_path":"e"}]""", "/config/steps/0/expires_in_path", "is not known; the nearest known name is `token_path`");
        With(""" "steps":[{"id":"a","url":"https://s.example/{t}"}]""", "/config/steps/0/url", "has `{t}`, but no argument of that name with `place` path; add one, or write %7B for a plain brace");
        With(""" "steps":[{"id":"a","url":"https://s.example/","token_path":7}]""", "/config/steps/0/token_path", "is a number; use a path or a list of paths");
        With(""" "steps":[{"id":"a","url":"https://s.example/","response":{"ok_status":[302]}}]""", "/config/steps/0/response/ok_status", "holds a status of a redirect, which is never followed and never a success");
        With(""" "vars":[{"name":"x","value":"${steps.a.t}"}],"steps":[{"id":"a","url":"https://s.example/${x}"}]""", "/config/vars/0/value", "has `${steps.a}`, but that step comes later");
    }
}
