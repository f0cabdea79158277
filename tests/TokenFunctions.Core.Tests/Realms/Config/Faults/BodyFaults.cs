namespace TokenFunctions.Core.Tests.Realms.Config.Faults;

/// <summary>Faults of <c>method</c>, <c>content_type</c> and <c>body</c>.</summary>
internal sealed class BodyFaults : FaultRows
{
    public BodyFaults()
    {
        With(""" "method":"DELETE" """, "/config/method", "is `DELETE`; use GET, POST or PUT");
        With(""" "method":true""", "/config/method", "is a boolean; use GET, POST or PUT");
        With(""" "content_type":"yaml" """, "/config/content_type", "is `yaml`; use json, form, xml or text");
        With(""" "content_type":"xml","arguments":[{"name":"n","place":"body","value":"v"}]""", "/config/arguments/0/place", "is `body`, but `content_type` is xml; put the value into `body` as ${…}");
        With(""" "content_type":"xml","body":"<a/>","arguments":[{"name":"n","place":"body","value":"v"}]""", "/config/arguments/0/place", "is `body`, but `body` is one text; put the value into `body` as ${…}");
        With(""" "content_type":"text","body":"x","arguments":[{"name":"n","place":"body","value":"v"}]""", "/config/arguments/0/place", "is `body`, but `body` is one text; put the value into `body` as ${…}");
        With(""" "body":"{}","arguments":[{"name":"n","place":"body","value":"v"}]""", "/config/arguments/0/place", "is `body`, but `body` is one text; put the value into `body` as ${…}");
        With(""" "body":[1],"arguments":[{"name":"n","place":"body","value":"v"}]""", "/config/arguments/0/place", "is `body`, but the `body` given is an array; use an object there");
        With(""" "content_type":"form","body":[]""", "/config/body", "is an array; use an object or a template, since `content_type` is form");
        With(""" "content_type":"xml","body":{}""", "/config/body", "is an object; use a template, since `content_type` is xml");
        With(""" "body":{"a":{"b":["${"]}}""", "/config/body/a/b/0", "has `${` without `}`; write ${name}");
        With(""" "body":"{\"a\":${" """, "/config/body", "has `${` without `}`; write ${name}");
        With(""" "body":"{\"a\":" """, "/config/body", "is no JSON when it is filled in; correct it, or use `content_type` text with an argument `Content-Type`");
        With(""" "body":"{\"a\":\"\\${b}\"}" """, "/config/body", "is no JSON when it is filled in; correct it, or use `content_type` text with an argument `Content-Type`");
        With(""" "content_type":"xml","body":"<a>" """, "/config/body", "is no XML when it is filled in; correct it, or use `content_type` text");
        With(""" "content_type":"xml","body":"<${a}/>" """, "/config/body", "has a `${…}` in a tag, a comment or a CDATA section; put it between tags or in quotes");
        With(""" "content_type":"xml","body":"<a><!-- it's ${a} --></a>" """, "/config/body", "has a `${…}` in a tag, a comment or a CDATA section; put it between tags or in quotes");
        With(""" "content_type":"xml","body":"<a><![CDATA[${a}]]></a>" """, "/config/body", "has a `${…}` in a tag, a comment or a CDATA section; put it between tags or in quotes");
        With(""" "content_type":"xml","body":"<?x ${a}?><a/>" """, "/config/body", "has a `${…}` in a tag, a comment or a CDATA section; put it between tags or in quotes");
    }
}
