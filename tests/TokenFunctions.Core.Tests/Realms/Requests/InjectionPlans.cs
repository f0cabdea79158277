using System.Text.Json;
using TokenFunctions.Core.Tests.Realms.Doubles;
using TokenFunctions.Realms;

namespace TokenFunctions.Core.Tests.Realms.Requests;

/// <summary>Plans that put one value wherever a value can stand: every place, every kind of body, every
/// <c>auth</c>.</summary>
internal sealed class InjectionPlans(ValueSource source)
{
    private const string Arguments = """
        "arguments":[{"name":"q","place":"url","value":"x${v}"},{"name":"p","place":"path","value":"${v}"},
          {"name":"b","place":"body","value":"${v}"},{"name":"c","place":"body","value":"${v}&z=1"}]
        """;

    public RealmPlan Form => Plan(Arguments + ""","content_type":"form" """, "https://h.example/a/${v}/{p}/t?p=${v}");

    public RealmPlan FormText => Body("form", "b=${v}&c=${v}%26z");

    public RealmPlan FormMembers => Plan(""" "content_type":"form","body":{"b":"${v}","c":"${v}&z"} """);

    public RealmPlan Json => Plan(Arguments, "https://h.example/{p}");

    public RealmPlan JsonMembers => Plan(""" "body":{"b":"${v}","c":"${v}&z"} """);

    public RealmPlan JsonWhole => Plan(""" "body":["${v}",["${v}&z"]] """);

    public RealmPlan JsonText => Body("json", """{"b":"${v}","c":["<${v}>"],"d":"\\"}""");

    public RealmPlan Bare => Body("json", """{"b":[${v}],"c":0}""");

    public RealmPlan Xml => Body("xml", """<r a="${v}" b='${v}'>${v}<c>${v}</c></r>""");

    public RealmPlan Text => Body("text", "<${v}>");

    public RealmPlan Host => Plan(""" "arguments":[{"name":"p","place":"path","value":"${v}"}] """, "https://{p}.h.example/t");

    public RealmPlan Header => Plan("""
        "arguments":[{"name":"X-V","place":"header","value":"<${v}>"},{"name":"Content-Type","place":"header","value":"a/b;c=${v}"}],"body":{}
        """);

    public RealmPlan Bearer => Plan(""" "auth":{"type":"bearer","token":"${v}"} """);

    public RealmPlan Basic => Plan(""" "auth":{"type":"basic","username":"${v}","password":"<${v}>"} """);

    public RealmPlan BasicForm => Plan(""" "auth":{"type":"basic","username":"${v}","password":"<${v}>","encoding":"form"} """);

    public RealmPlan Aws => Plan("""
        "auth":{"type":"aws_sigv4","service":"${v}","region":"${v}","access_key_id":"${v}","secret_access_key":"${v}","session_token":"${v}"}
        """);

    public IEnumerable<RealmPlan> All =>
    [
        Form, FormText, FormMembers, Json, JsonMembers, JsonWhole, JsonText, Bare, Xml, Text, Host, Header, Bearer, Basic, BasicForm, Aws,
    ];

    private RealmPlan Body(string type, string body) => Plan($"\"content_type\":\"{type}\",\"body\":\"{JsonEncodedText.Encode(body)}\"");

    private RealmPlan Plan(string members, string url = "https://api.example.com/token") =>
        Ask.Compile(Ask.Config(source.Members + members, url).Replace("${v}", "${" + source.Expression + "}", StringComparison.Ordinal)
            .Replace("""[{"name":"x","value":"${x}"}]""", """[{"name":"x","value":"${v}"}]""", StringComparison.Ordinal));
}
