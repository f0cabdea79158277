namespace TokenFunctions.Core.Tests.Realms.Config.Faults;

/// <summary>Faults of <c>errors</c>.</summary>
internal sealed class ErrorFaults : FaultRows
{
    public ErrorFaults()
    {
        With(""" "errors":[]""", "/config/errors", "is an array; use an object");
        With(""" "errors":{"code":"a"}""", "/config/errors/code", "is not known; the nearest known name is `rules`");
        With(""" "errors":{"code_path":7}""", "/config/errors/code_path", "is a number; use a path or a list of paths");
        With(""" "errors":{"message_path":[]}""", "/config/errors/message_path", "is an empty list; use a path or a list of paths");
        With(""" "errors":{"rules":{}}""", "/config/errors/rules", "is an object; use an array");
        With(""" "errors":{"rules":[7]}""", "/config/errors/rules/0", "is a number; use an object");
        With(""" "errors":{"rules":[{"codes":[1]}]}""", "/config/errors/rules/0/codes", "is not known; the nearest known name is `code`");
        With(""" "errors":{"rules":[{"status":[600]}]}""", "/config/errors/rules/0/status/0", "is 600; use a status from 100 to 599");
        With(""" "errors":{"rules":[{"code":[{}]}]}""", "/config/errors/rules/0/code/0", "is an object; use a text, a number or a boolean");
        With(""" "errors":{"rules":[{"message_match":7}]}""", "/config/errors/rules/0/message_match", """is a number; use a regular expression""");
        With(""" "errors":{"rules":[{"message_match":"("}]}""", "/config/errors/rules/0/message_match", """is none that can be run; use a regular expression""");
        With(""" "errors":{"rules":[{"kind":"fatal"}]}""", "/config/errors/rules/0/kind", "is `fatal`; use transient, throttled, quota, ip_denied, bad_credentials, upstream_token_invalid, reauthorize or rejected");
        With(""" "errors":{"rules":[{"retryable":"no"}]}""", "/config/errors/rules/0/retryable", "is a string; use true or false");
        With(""" "errors":{"rules":[{"retry_after_sec":-1}]}""", "/config/errors/rules/0/retry_after_sec", "is -1; use a whole number from 0 to 86400");
        With(""" "errors":{"rules":[{"refresh_uses":["mp"]}]}""", "/config/errors/rules/0/refresh_uses", "names `mp`, which is none of `uses`; use names of `uses`, of which there are none");
        Add("""{"url":"https://api.example.com/${uses.mp}","token_path":"access_token","expires_in_path":"expires_in","uses":[{"as":"mp","realm":"r","key":"k"}],"errors":{"rules":[{"refresh_uses":["mq"]}]}}""", "/config/errors/rules/0/refresh_uses", "names `mq`, which is none of `uses`; use mp");
        With($$""" "errors":{"rules":{{Many(101, """{"kind":"quota"}""")}}} """, "/config/errors/rules", "has 101 items; use at most 100");
        With($$""" "errors":{"rules":[{"code":{{Many(201, "1")}}}]} """, "/config/errors/rules/0/code", "has 201 items; use 1 to 200 texts, numbers or booleans, or leave it out");
        With(""" "errors":{"rules":[{"code":1}]} """, "/config/errors/rules/0/code", "is a number; use an array");
        With(""" "errors":{"rules":[{"kind":7}]} """, "/config/errors/rules/0/kind", "is a number; use transient, throttled, quota, ip_denied, bad_credentials, upstream_token_invalid, reauthorize or rejected");
        With(""" "errors":{"rules":[{"retry_after_sec":86401}]} """, "/config/errors/rules/0/retry_after_sec", "is 86401; use a whole number from 0 to 86400");
    }
}
