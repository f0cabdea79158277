using System.Text;
using FsCheck;
using FsCheck.Fluent;
using TokenFunctions.Realms.Paths;
using TokenFunctions.Realms.Responses;

namespace TokenFunctions.Core.Tests.Realms.Responses;

public sealed class BodyFormatTests
{
    private const string Aws = """
        <?xml version="1.0" encoding="UTF-8"?>
        <AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/" xmlns:x="urn:x">
          <!-- a comment -->
          <Result><x:Token>abc&amp;d</x:Token><Number> 60 </Number><Empty/><CData><![CDATA[<a>]]></CData></Result>
          <Item id="1">one</Item><Item id="2">two</Item><Item><Code>three</Code></Item>
          <Session value="v" x:kind="k"/>
        </AssumeRoleResponse>
        """;

    [Theory]
    [InlineData("Result.Token", "abc&d")]
    [InlineData("Result.Number", "60")]
    [InlineData("Result.Empty", null)]
    [InlineData("Result.CData", "<a>")]
    [InlineData("AssumeRoleResponse.Result.Token", null)]
    [InlineData("Item.0", "one")]
    [InlineData("Item.1", "two")]
    [InlineData("Item.2.Code", "three")]
    [InlineData("Session.@value", "v")]
    [InlineData("Session.@kind", "k")]
    public void Xml_is_read_by_local_names_without_its_root(string path, string? expected) =>
        Assert.Equal(expected, Find(Aws, path, BodyFormat.Xml));

    [Theory]
    [InlineData("<t>abc</t>")]
    [InlineData("<a><b></a>")]
    [InlineData("<a>1</a><b>2</b>")]
    [InlineData("""<!DOCTYPE a [<!ENTITY e "boom">]><a><b>&e;</b></a>""")]
    [InlineData("""<!DOCTYPE a SYSTEM "http://127.0.0.1/x.dtd"><a><b>1</b></a>""")]
    [InlineData("<a><b>&nope;</b></a>")]
    [InlineData("<html><body>bad gateway<br></body></html>")]
    [InlineData("""<?xml version="1.0" encoding="no-such"?><a><c>1</c></a>""")]
    [InlineData("")]
    public void Xml_that_is_none_or_has_a_document_type_has_no_values(string body) => Assert.Null(Find(body, "b", BodyFormat.Xml));

    [Fact]
    public void Xml_may_be_nested_but_not_without_end()
    {
        static string Nested(int depth) =>
            $"<r>{string.Concat(Enumerable.Repeat("<a>", depth))}x{string.Concat(Enumerable.Repeat("</a>", depth))}</r>";

        Assert.Equal("x", Find(Nested(99), string.Join('.', Enumerable.Repeat("a", 99)), BodyFormat.Xml));
        Assert.Null(AnswerBody.Parse(Encoding.UTF8.GetBytes(Nested(101)), AnswerHeaders.None, BodyFormat.Xml).Root);
        Assert.Null(AnswerBody.Parse(Encoding.UTF8.GetBytes(Nested(70_000)), AnswerHeaders.None, BodyFormat.Xml).Root);
    }

    [Theory]
    [InlineData("access_token=a%2Bb+c&expires_in=60&scope=", "access_token", "a+b c")]
    [InlineData("access_token=a%2Bb+c&expires_in=60&scope=", "expires_in", "60")]
    [InlineData("access_token=a%2Bb+c&expires_in=60&scope=", "scope", null)]
    [InlineData("a=1&a=2&&a=3", "a.2", "3")]
    [InlineData("a.b=1", "a.b", "1")]
    [InlineData("%zz=%", "%zz", "%")]
    [InlineData("flag", "flag", null)]
    [InlineData("", "a", null)]
    [InlineData("""{"error":"x"}""", "error", "x")]
    public void A_form_is_read_as_an_object_of_texts(string body, string path, string? expected) =>
        Assert.Equal(expected, Find(body, path, BodyFormat.Form));

    [Theory]
    [InlineData("{\"a\":1} tail", "a", null)]
    [InlineData("plain", "", "plain")]
    [InlineData("plain", "a", null)]
    [InlineData("\"a\\\\b\"", "", "\"a\\\\b\"")]
    [InlineData("""{"errcode":40001}""", "errcode", "40001")]
    public void A_text_is_a_token_as_a_whole_and_an_error_may_still_be_JSON(string body, string path, string? expected) =>
        Assert.Equal(expected, Find(body, path, BodyFormat.Text));

    [Theory]
    [InlineData("sid=a,b=c; Path=/", "sid", "a,b=c")]
    [InlineData("sid=1; Expires=Wed, 21 Oct 2026 07:28:00 GMT; Path=/, route=.n2; Path=/", "route", ".n2")]
    [InlineData("sid=1; Expires=Wed, 21 Oct 2026 07:28:00 GMT; Path=/, route=.n2; Path=/", "sid", "1")]
    [InlineData("sid=1; Path=/", "Path", null)]
    public void A_cookie_is_found_also_in_joined_lines(string line, string name, string? expected)
    {
        var headers = new AnswerHeaders([KeyValuePair.Create("set-cookie", line)]);
        var found = headers.Cookie(name);
        Assert.Equal(expected, found.IsAbsent ? null : found.Text);
    }

    [Fact]
    public void A_form_of_many_names_that_come_twice_is_read_in_time()
    {
        var names = string.Concat(Enumerable.Range(0, 80_000).Select(i => $"{i:x}&"));
        var body = names + names;
        var watch = System.Diagnostics.Stopwatch.StartNew();
        Assert.Null(Find(body, "none", BodyFormat.Form));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(3), watch.Elapsed.ToString());
    }

    [Fact]
    public void An_error_under_XML_may_be_JSON() => Assert.Equal("x", Find("""{"error":"x"}""", "error", BodyFormat.Xml));

    [Fact]
    public void No_body_makes_a_reader_throw() =>
        Prop.ForAll<byte[], string>((bytes, text) =>
        {
            var bodies = new[]
            {
                bytes ?? [], Encoding.UTF8.GetBytes($"<a>{text}</a>"), Encoding.UTF8.GetBytes($"<a {text}='1'><b/></a>"),
                Encoding.UTF8.GetBytes($"{text}=%u{text}%ed%a0%80&{text}"),
            };
            foreach (var body in bodies)
                foreach (var format in Enum.GetValues<BodyFormat>())
                    PathList.Of("", "a", "a.b", text ?? "").Find(AnswerBody.Parse(body, AnswerHeaders.None, format));
        }).QuickCheckThrowOnFailure();

    private static string? Find(string body, string path, BodyFormat format) =>
        PathList.Of(path).Find(AnswerBody.Parse(Encoding.UTF8.GetBytes(body), AnswerHeaders.None, format))?.Text;
}
