using System.Text.Json;
using System.Xml.Linq;
using FsCheck;
using FsCheck.Fluent;
using TokenFunctions.Core.Tests.Realms.Doubles;
using TokenFunctions.Realms;

namespace TokenFunctions.Core.Tests.Realms.Requests;

/// <summary>Whatever a secret holds, it stays the value of the one thing it was meant for.</summary>
public sealed class InjectionTests
{
    private const string Arguments = """
        "arguments":[{"name":"q","place":"url","value":"x${v}"},{"name":"p","place":"path","value":"$v"},
          {"name":"b","place":"body","value":"$v"},{"name":"c","place":"body","value":"${v}&z=1"}]
        """;

    private static readonly RealmPlan Form =
        Ask.Compile(Ask.Config(Arguments + ""","content_type":"form" """, "https://h.example/a/${v}/{p}/t?p=${v}"));

    private static readonly RealmPlan FormText = Body("form", "b=${v}&c=${v}%26z");
    private static readonly RealmPlan Json = Ask.Compile(Ask.Config(Arguments, "https://h.example/{p}"));
    private static readonly RealmPlan JsonText = Body("json", """{"b":"${v}","c":["<${v}>"],"d":"\\"}""");
    private static readonly RealmPlan Bare = Body("json", """{"b":[${v}],"c":0}""");
    private static readonly RealmPlan Xml = Body("xml", """<r a="${v}" b='${v}'>${v}<c>${v}</c></r>""");
    private static readonly RealmPlan Host = Ask.Compile(Ask.Config("""
        "arguments":[{"name":"p","place":"path","value":"$v"}]
        """, "https://{p}.h.example/t"));

    private static readonly RealmPlan Header = Ask.Compile(Ask.Config("""
        "arguments":[{"name":"X-V","place":"header","value":"<${v}>"},{"name":"Content-Type","place":"header","value":"a/b;c=${v}"}],"body":{}
        """));

    private static readonly RealmPlan Bearer = Ask.Compile(Ask.Config("""
        "auth":{"type":"bearer","token":"$v"}
        """));

    private static readonly RealmPlan Aws = Ask.Compile(Ask.Config("""
        "auth":{"type":"aws_sigv4","service":"$v","region":"$v","access_key_id":"$v","secret_access_key":"$v","session_token":"$v"}
        """));

    [Fact]
    public void A_value_can_add_no_pair_to_a_query_or_form_and_no_segment_to_a_path() => Check(value =>
    {
        if (value is "." or "..") return true;
        var sent = Send(Form, value);
        var uri = sent.Built.Message!.RequestUri!;
        return uri.Host == "h.example"
            && uri.AbsolutePath.Count(c => c == '/') == 4
            && Uri.UnescapeDataString(uri.AbsolutePath) == $"/a/{value}/{value}/t"
            && Pairs(uri.Query[1..]).SequenceEqual([("p", value), ("q", "x" + value)])
            && Pairs(sent.Body!).SequenceEqual([("b", value), ("c", value + "&z=1")]);
    });

    [Fact]
    public void A_value_can_add_no_field_to_a_form_written_as_text() => Check(value =>
        Pairs(Send(FormText, value).Body!).SequenceEqual([("b", value), ("c", value + "&z")]));

    [Fact]
    public void A_value_can_move_no_host() => Check(value =>
    {
        var sent = Send(Host, value);
        if (!sent.Built.IsReady) return !value.All(c => char.IsAsciiLetterOrDigit(c)) || value.Length is 0 or > 63;
        return sent.Built.Message.RequestUri!.Host.EndsWith(".h.example", StringComparison.Ordinal);
    });

    [Fact]
    public void A_value_can_add_no_member_to_a_JSON_body() => Check(value =>
    {
        if (value is "." or "..") return true;
        using var body = JsonDocument.Parse(Send(Json, value).Body!);
        return body.RootElement.EnumerateObject().Select(member => (member.Name, member.Value.GetString()))
            .SequenceEqual([("b", value), ("c", value + "&z=1")]);
    });

    [Fact]
    public void A_value_can_add_no_member_to_a_JSON_body_written_as_text() => Check(value =>
    {
        using var body = JsonDocument.Parse(Send(JsonText, value).Body!);
        var members = body.RootElement.EnumerateObject().ToList();
        return members.Select(member => member.Name).SequenceEqual(["b", "c", "d"])
            && members[0].Value.GetString() == value
            && Assert.Single(members[1].Value.EnumerateArray()).GetString() == $"<{value}>";
    });

    [Fact]
    public void Outside_of_quotes_a_value_is_one_whole_value_or_nothing_is_sent() => Check(value =>
    {
        if (Send(Bare, value).Body is not { } text) return true;
        using var body = JsonDocument.Parse(text);
        using var whole = JsonDocument.Parse(value);
        return JsonElement.DeepEquals(Assert.Single(body.RootElement.GetProperty("b").EnumerateArray()), whole.RootElement)
            && body.RootElement.EnumerateObject().Count() == 2;
    });

    [Fact]
    public void A_value_can_add_no_element_and_no_attribute_to_an_XML_body() => Check(value =>
    {
        if (Send(Xml, value).Body is not { } text) return value.Any(c => c is < ' ' or '\uFFFE' or '\uFFFF');
        var root = XDocument.Parse(text, LoadOptions.PreserveWhitespace).Root!;
        return root.Attributes().Select(attribute => (attribute.Name.LocalName, attribute.Value))
                .SequenceEqual([("a", value), ("b", value)])
            && Assert.Single(root.Elements()) is { Name.LocalName: "c", HasElements: false } only && only.Value == value
            && root.Value == value + value;
    });

    [Fact]
    public void A_value_can_add_no_header() => Check(value =>
    {
        var (sent, bearer, aws) = (Send(Header, value), Send(Bearer, value), Send(Aws, value));
        if (value.Any(c => c is < ' ' or > '~' && c != '\t'))
            return !sent.Built.IsReady && !bearer.Built.IsReady && !aws.Built.IsReady;
        return Names(sent) == "X-V,Accept,User-Agent,Content-Type" && Names(bearer) == "Authorization,Accept,User-Agent"
            && Names(aws).Replace("X-Amz-Security-Token,", "", StringComparison.Ordinal)
                == "Host,X-Amz-Date,Authorization,Accept,User-Agent"
            && (sent.Header("X-V"), sent.Header("Content-Type")) == ($"<{value}>", "a/b;c=" + value)
            && bearer.Header("Authorization") == "Bearer " + value;
    });

    // Noise alone seldom holds the characters that matter; each value is tried with all of them in it, too.
    private static void Check(Func<string, bool> holds)
    {
        Prop.ForAll<string>(noise =>
        {
            var value = Wellformed(noise ?? "");
            return holds(value) && holds(value + "&a=1") && holds("=;+%20 " + value) && holds($"/{value}?#@:\\")
                && holds(value + "\r\nX-Evil: 1") && holds("\",\"evil\":\"" + value) && holds("${v}$v$$" + value)
                && holds($"</c><e f='g'>{value}]]>--><!--") && holds($"\\\",\"evil\":{{\"{value}") && holds("{p}" + value);
        }).QuickCheckThrowOnFailure();
        string[] odd =
        [
            "", " ", "\t", "\n", "\u0000", "ä", "😀", "[]", "{}", "%", "%0d%0a", "\u2028", "1,2", "1}", "1", "true", "null", "\\", "\"", "\\u0022",
            "a.b", "a:1", "a@b", "a/b", "\uFFFE", "&lt;", "' x='1", "\" x=\"1",
        ];
        foreach (var value in odd) Assert.True(holds(value), value);
    }

    // Half a surrogate pair has no form on any wire; it must not throw, but it does not come back as it was.
    private static string Wellformed(string text)
    {
        foreach (var plan in new[] { Form, FormText, Json, JsonText, Bare, Xml, Host, Header, Bearer, Aws })
        {
            Send(plan, text + "\ud800");
            Send(plan, text + "\udc00");
        }
        return string.Concat(text.EnumerateRunes());
    }

    private static RealmPlan Body(string type, string body) => Ask.Compile(Ask.Config(
        $"\"content_type\":\"{type}\",\"body\":\"{JsonEncodedText.Encode(body)}\""));

    private static Sent Send(RealmPlan plan, string value) => Sent.Of(plan, new CallMaterial(Ask.Secret(("v", value))));

    private static string Names(Sent sent) => string.Join(',', sent.Built.Message!.Headers.NonValidated
        .Concat(sent.Built.Message.Content?.Headers.NonValidated.Where(header => header.Key != "Content-Length") ?? [])
        .Select(header => header.Key));

    private static IEnumerable<(string Name, string Value)> Pairs(string text) => text.Split('&').Select(pair =>
    {
        var parts = pair.Split('=');
        return (Uri.UnescapeDataString(parts[0]), Uri.UnescapeDataString(parts[1]));
    });
}
