namespace TokenFunctions.Core.Tests.Realms.Config.Faults;

/// <summary>Faults of <c>arguments</c>.</summary>
internal sealed class ArgumentFaults : FaultRows
{
    public ArgumentFaults()
    {
        With(""" "arguments":{}""", "/config/arguments", "is an object; use an array");
        With($$""" "arguments":[{{string.Join(',', Enumerable.Range(0, 101).Select(i => $$"""{"name":"n{{i}}","place":"body","value":"v"}"""))}}]""", "/config/arguments", "has 101 items; use at most 100");
        With(""" "arguments":[7]""", "/config/arguments/0", "is a number; use an object");
        With(""" "arguments":[{"place":"url","value":"v"}]""", "/config/arguments/0/name", "is missing; use a name");
        With(""" "arguments":[{"name":"","place":"url","value":"v"}]""", "/config/arguments/0/name", "is empty; use a name");
        With(""" "arguments":[{"name":1,"place":"url","value":"v"}]""", "/config/arguments/0/name", "is a number; use a name");
        With(""" "arguments":[{"name":"a","place":"url","value":"v"},{"name":"a","place":"url","value":"v"},{"name":"n","place":"query","value":"v"}]""", "/config/arguments/2/place", "is `query`; use url, header, body or path");
        With(""" "arguments":[{"name":"n","value":"v"}]""", "/config/arguments/0/place", "is missing; use url, header, body or path");
        With(""" "arguments":[{"name":"n","place":"url"}]""", "/config/arguments/0/value", "is missing; use a template or any JSON value");
        With(""" "arguments":[{"name":"n","place":"body","value":{"a":["x","${"]}}]""", "/config/arguments/0/value/a/1", "has `${` without `}`; write ${name}");
        With(""" "arguments":[{"name":"n","place":"body","value":"v","wen":"force"}]""", "/config/arguments/0/wen", "is not known; the nearest known name is `when`");
        With(""" "arguments":[{"name":"Bad Name","place":"header","value":"v"}]""", "/config/arguments/0/name", "is `Bad Name`, which is no header name; use letters, digits and '-'");
        With(""" "arguments":[{"name":"Host","place":"header","value":"v"}]""", "/config/arguments/0/name", "is `Host`, a header that the transport sets; leave it out");
        With(""" "arguments":[{"name":"content-length","place":"header","value":"v"}]""", "/config/arguments/0/name", "is `content-length`, a header that the transport sets; leave it out");
        With(""" "arguments":[{"name":"Transfer-Encoding","place":"header","value":"v"}]""", "/config/arguments/0/name", "is `Transfer-Encoding`, a header that the transport sets; leave it out");
        With(""" "arguments":[{"name":"Connection","place":"header","value":"v"}]""", "/config/arguments/0/name", "is `Connection`, a header that the transport sets; leave it out");
        With(""" "arguments":[{"name":"X","place":"header","value":"a\r\nB: c"}]""", "/config/arguments/0/value", "holds characters that no header can carry; use printable ASCII");
        With(""" "arguments":[{"name":"n","place":"body","value":"v","type":"integer"}]""", "/config/arguments/0/type", "is `integer`; use string, number or boolean");
        With(""" "arguments":[{"name":"n","place":"body","value":"v","type":"number"}]""", "/config/arguments/0/value", "is no JSON number; correct it, or `type`");
        With(""" "arguments":[{"name":"n","place":"url","value":"007","type":"number"}]""", "/config/arguments/0/value", "is no JSON number; correct it, or `type`");
        With(""" "arguments":[{"name":"n","place":"body","value":true,"type":"number"}]""", "/config/arguments/0/value", "is no JSON number; correct it, or `type`");
        With(""" "arguments":[{"name":"n","place":"body","value":1,"type":"boolean"}]""", "/config/arguments/0/value", "is no boolean, true or false; correct it, or `type`");
        With(""" "arguments":[{"name":"n","place":"body","value":{},"type":"string"}]""", "/config/arguments/0/type", "is given, but the value is no string, number or boolean; leave it out");
        With(""" "arguments":[{"name":"n","place":"body","value":null,"type":"string"}]""", "/config/arguments/0/type", "is given, but the value is no string, number or boolean; leave it out");
        With(""" "arguments":[{"name":"n","place":"body","value":"v","when":"forced"}]""", "/config/arguments/0/when", "is `forced`; use always, force or not_force");
        With(""" "arguments":[{"name":"n","place":"body","value":"v","omit_empty":"yes"}]""", "/config/arguments/0/omit_empty", "is a string; use true or false");
        With(""" "arguments":[{"name":"n","place":"url","value":"v","append":1}]""", "/config/arguments/0/append", "is a number; use true or false");
        With(""" "arguments":[{"name":"n","place":"body","value":"v","append":true}]""", "/config/arguments/0/append", "is true, but only a pair of the url can stand beside others; leave it out");
        With(""" "arguments":[{"name":"n","place":"header","value":"v","append":true}]""", "/config/arguments/0/append", "is true, but only a pair of the url can stand beside others; leave it out");
        Add("""{"url":"https://api.example.com/{n}","token_path":"access_token","expires_in_path":"expires_in","arguments":[{"name":"n","place":"path","value":"v","omit_empty":true}]}""", "/config/arguments/0/omit_empty", "is true, but a url cannot do without the argument; leave it out");
        With(""" "arguments":[{"name":"n","place":"url","value":"${response.a}"}]""", "/config/arguments/0/value", "has `${response.…}`, which is known in `response.token_template` only");
    }
}
