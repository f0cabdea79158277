namespace TokenFunctions.Core.Tests.Realms.Config.Faults;

/// <summary>Faults of <c>attach</c>.</summary>
internal sealed class AttachFaults : FaultRows
{
    public AttachFaults()
    {
        With(""" "attach":{"place":"body"}""", "/config/attach/place", "is `body`; use header, query or cookie");
        With(""" "attach":{"place":"query"}""", "/config/attach/name", "is missing; use a name");
        With(""" "attach":{"name":"a b"}""", "/config/attach/name", "is `a b`; use the name of a header");
        With(""" "attach":{"name":"Host"}""", "/config/attach/name", "is `Host`, a header that the transport sets; use another");
        With(""" "attach":{"prefix":"x\n"}""", "/config/attach/prefix", "holds characters that no header can carry; use printable ASCII");
        With(""" "attach":{"hosts":"a.example"}""", "/config/attach/hosts", "is a string; use an array");
        With(""" "attach":{"hosts":["https://a.example/"]}""", "/config/attach/hosts/0", "is `https://a.example/`; use the name of a host alone, as api.example.com");
        With(""" "attach":{"hosts":["a.example:443"]}""", "/config/attach/hosts/0", "is `a.example:443`; use the name of a host alone, as api.example.com");
        With(""" "attach":{"hosts":["*.a.example"]}""", "/config/attach/hosts/0", "is `*.a.example`; use the name of a host alone, as api.example.com");
        With(""" "attach":{"hosts":["a b"]}""", "/config/attach/hosts/0", "is `a b`; use the name of a host alone, as api.example.com");
        With(""" "attach":{"hosts":[""]}""", "/config/attach/hosts/0", "is a string; use the name of a host alone, as api.example.com");
        With(""" "attach":{"hosts":[7]}""", "/config/attach/hosts/0", "is a number; use the name of a host alone, as api.example.com");
        With(""" "attach":{"dead":[7]}""", "/config/attach/dead/0", "is a number; use an object");
        With(""" "attach":{"dead":[{}]}""", "/config/attach/dead/0", "is an empty object, which any answer matches; use `status`, `code` or both");
        With(""" "attach":{"dead":[{"status":[0]}]}""", "/config/attach/dead/0/status/0", "is 0; use a status from 100 to 599");
        With(""" "attach":7""", "/config/attach", "is a number; use an object");
        With(""" "attach":{"host":[]} """, "/config/attach/host", "is not known; the nearest known name is `hosts`");
        With(""" "attach":{"name":7}""", "/config/attach/name", "is a number; use a name");
        With(""" "attach":{"place":"query","name":""}""", "/config/attach/name", "is ``; use the name of a query parameter");
        With(""" "attach":{"place":"cookie","name":"a=b"}""", "/config/attach/name", "is `a=b`; use the name of a cookie");
        With(""" "attach":{"place":"cookie"}""", "/config/attach/name", "is missing; use a name");
        With(""" "attach":{"name":"Content-Length"}""", "/config/attach/name", "is `Content-Length`, a header that the transport sets; use another");
        With(""" "attach":{"prefix":7}""", "/config/attach/prefix", "is a number; use a text");
        With(""" "attach":{"dead":{}}""", "/config/attach/dead", "is an object; use an array");
        With(""" "attach":{"dead":[{"code":[]}]}""", "/config/attach/dead/0/code", "has 0 items; use 1 to 200 texts, numbers or booleans, or leave it out");
    }
}
