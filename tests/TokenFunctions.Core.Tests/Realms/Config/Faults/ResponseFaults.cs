namespace TokenFunctions.Core.Tests.Realms.Config.Faults;

/// <summary>Faults of <c>response</c>.</summary>
internal sealed class ResponseFaults : FaultRows
{
    public ResponseFaults()
    {
        With(""" "response":[]""", "/config/response", "is an array; use an object");
        With(""" "response":{"default_ttl_sec":0}""", "/config/response/default_ttl_sec", "is 0; use a whole number from 1 to 315360000");
        With(""" "response":{"default_ttl_sec":315360001}""", "/config/response/default_ttl_sec", "is 315360001; use a whole number from 1 to 315360000");
        With(""" "response":{"default_ttl":60}""", "/config/response/default_ttl", "is not known; the nearest known name is `default_ttl_sec`");
        With(""" "response":{"extra":{"a/b~c":7}}""", "/config/response/extra/a~1b~0c", "is a number; use a path");
        With(""" "response":{"format":"yaml"}""", "/config/response/format", "is `yaml`; use json, form, xml or text");
        With(""" "response":{"ok_status":200}""", "/config/response/ok_status", "is a number; use an array");
        With(""" "response":{"ok_status":[]}""", "/config/response/ok_status", "has 0 items; use 1 to 200 statuses from 100 to 599, or leave it out");
        With(""" "response":{"ok_status":[200,"201"]}""", "/config/response/ok_status/1", "is a string; use a status from 100 to 599");
        With(""" "response":{"ok_status":[99]}""", "/config/response/ok_status/0", "is 99; use a status from 100 to 599");
        With(""" "response":{"ok_status":[200,302]}""", "/config/response/ok_status", "holds a status of a redirect, which is never followed and never a success");
        With(""" "response":{"success":{}}""", "/config/response/success", "is an object; use an array");
        With(""" "response":{"success":[0]}""", "/config/response/success/0", "is a number; use an object");
        With(""" "response":{"success":[{"in":[0]}]}""", "/config/response/success/0/path", "is missing; use a path");
        With(""" "response":{"success":[{"path":["a"]}]}""", "/config/response/success/0/path", "is an array; use a path");
        With(""" "response":{"success":[{"path":"a","in":0}]}""", "/config/response/success/0/in", "is a number; use an array");
        With(""" "response":{"success":[{"path":"a","in":[0,null]}]}""", "/config/response/success/0/in/1", "is null; use a text, a number or a boolean");
        With(""" "response":{"success":[{"path":"a","absent":"yes"}]}""", "/config/response/success/0/absent", "is a string; use true or false");
        With(""" "response":{"success":[{"path":"a","notin":[1]}]}""", "/config/response/success/0/notin", "is not known; the nearest known name is `not_in`");
        With(""" "response":{"expires_in_unit":"sec"}""", "/config/response/expires_in_unit", "is `sec`; use s, ms, min, h or d");
        With(""" "response":{"expires_at_path":7}""", "/config/response/expires_at_path", "is a number; use a path or a list of paths");
        With(""" "response":{"expires_at_path":"a","expires_at_format":"iso"}""", "/config/response/expires_at_format", "is `iso`; use auto, unix, unix_ms, rfc3339, http_date or a strptime format, as %Y-%m-%d %H:%M:%S");
        With(""" "response":{"expires_at_path":"a","expires_at_format":"%H:%M"}""", "/config/response/expires_at_format", "is `%H:%M`; use auto, unix, unix_ms, rfc3339, http_date or a strptime format, as %Y-%m-%d %H:%M:%S");
        With(""" "response":{"issued_at_path":"a","issued_at_format":7}""", "/config/response/issued_at_format", "is a number; use auto, unix, unix_ms, rfc3339, http_date or a strptime format, as %Y-%m-%d %H:%M:%S");
        With(""" "response":{"expires_from_jwt":1}""", "/config/response/expires_from_jwt", "is a number; use true or false");
        With(""" "response":{"max_ttl_sec":0}""", "/config/response/max_ttl_sec", "is 0; use a whole number from 1 to 315360000");
        With(""" "response":{"token_template":"${"}""", "/config/response/token_template", "has `${` without `}`; write ${name}");
        With(""" "response":{"token_template":{"a":["${"]}}""", "/config/response/token_template/a/0", "has `${` without `}`; write ${name}");
        With($$""" "response":{"ok_status":{{Many(201, "200")}}} """, "/config/response/ok_status", "has 201 items; use 1 to 200 statuses from 100 to 599, or leave it out");
        With(""" "response":{"extra":[]} """, "/config/response/extra", "is an array; use an object");
        With(""" "response":{"extra":{"a":"b","a":"c"}} """, "/config/response/extra/a", "is given twice; give it once");
    }
}
