using System.Text.Json.Nodes;
using TokenFunctions.Core.Tests.Realms.Doubles;

namespace TokenFunctions.Core.Tests.Realms.Requests;

public sealed class BodyTests
{
    private const string Arguments = """
        "arguments":[{"name":"b","place":"body","value":"2 &"},{"name":"c","place":"body","value":"$v"}]
        """;

    [Theory]
    [InlineData("json", "application/json", """{"a":{"x":["v\""]},"b":"2 &","c":"v\""}""", """{"a":{"x":["$v"]},"b":1}""")]
    [InlineData("json", "application/json", """{"b":"2 &","c":"v\""}""", null)]
    [InlineData("form", "application/x-www-form-urlencoded", "a=v%22&b=2%20%26&c=v%22", """{"a":"$v","b":1}""")]
    [InlineData("form", "application/x-www-form-urlencoded", "b=2%20%26&a=v%22&c=v%22", "\"b=1&a=$${v}\"")]
    [InlineData("form", "application/x-www-form-urlencoded", "b=2%20%26&c=v%22", null)]
    [InlineData("text", "application/text", """{"b":"2 &","c":"v\""}""", null)]
    public void Arguments_are_merged_into_the_body(string type, string mediaType, string expected, string? body)
    {
        var given = body is null ? "" : $"\"body\":{body.Replace("$${", "${", StringComparison.Ordinal)},";
        var sent = Sent.Of($"\"content_type\":\"{type}\",{given}{Arguments}", ("v", "v\""));
        Assert.Equal((mediaType, expected), (sent.Header("Content-Type"), sent.Body));
    }

    [Theory]
    [InlineData("json", "application/json", """{"k":"<a & 'b' \"\\>","n":1795176000,"t":true}""", """{"k":"${v}","n":${now},"t":${yes}}""")]
    [InlineData("json", "application/json", "1795176000", "${now}")]
    [InlineData("xml", "application/xml", "<r a=\"&lt;a &amp; &apos;b&apos; &quot;\\&gt;\">&lt;a &amp; &apos;b&apos; &quot;\\&gt;</r>", "<r a=\"${v}\">${v}</r>")]
    [InlineData("text", "text/plain; charset=utf-8", "<<a & 'b' \"\\>> ä", "<${v}> ä")]
    [InlineData("form", "application/x-www-form-urlencoded", "a=%3Ca%20%26%20%27b%27%20%22%5C%3E&b=1", "a=${v}&b=1")]
    [InlineData("form", "application/x-www-form-urlencoded", "", "")]
    public void A_body_may_be_one_text(string type, string mediaType, string expected, string body)
    {
        var json = body.Replace("\"", "\\\"", StringComparison.Ordinal);
        var sent = Sent.Of($"\"content_type\":\"{type}\",\"body\":\"{json}\"", ("v", "<a & 'b' \"\\>"), ("yes", "true"));

        Assert.Equal(mediaType, sent.Header("Content-Type"));
        if (type != "json") Assert.Equal(expected, sent.Body);
        else
            Assert.Equal(
                JsonNode.Parse(expected)!.ToJsonString(),
                JsonNode.Parse(sent.Body!)!.ToJsonString());
    }

    [Theory]
    [InlineData("{}", "{}")]
    [InlineData("[1,\"$v\"]", "[1,\"x\"]")]
    [InlineData("true", "true")]
    [InlineData("{\"a\":{},\"a\":null}", "{\"a\":null}")]
    public void A_JSON_body_may_be_any_value(string body, string expected) =>
        Assert.Equal(expected, Sent.Of($"\"body\":{body}", ("v", "x")).Body);

    [Theory]
    [InlineData("\"content_type\":\"json\"")]
    [InlineData("\"content_type\":\"form\"")]
    [InlineData("\"content_type\":\"xml\"")]
    [InlineData("\"content_type\":\"text\"")]
    [InlineData("\"body\":null")]
    public void Without_a_body_and_arguments_for_it_there_is_no_content(string members)
    {
        var sent = Sent.Of(members);
        Assert.Null(sent.Built.Message!.Content);
    }

    [Theory]
    [InlineData("Content-Type", "\"body\":{}", "application/x-amz-json-1.1", "{}")]
    [InlineData("content-type", "\"body\":{}", "application/json; charset=utf-8", "{}")]
    [InlineData("CONTENT-TYPE", "\"content_type\":\"xml\",\"body\":\"<a/>\"", "text/xml;charset=\"UTF-8\"", "<a/>")]
    [InlineData("Content-Type", "\"content_type\":\"text\",\"body\":\"x\"", "application/jwt", "x")]
    [InlineData("Content-Type", "\"method\":\"POST\"", "application/json", "")]
    public void A_content_type_among_the_arguments_is_sent_as_written(string name, string members, string value, string body)
    {
        var json = value.Replace("\"", "\\\"", StringComparison.Ordinal);
        var sent = Sent.Of($$"""
            {{members}},"arguments":[{"name":"{{name}}","place":"header","value":"{{json}}"}]
            """);
        Assert.Equal((value, body), (sent.Header("Content-Type"), sent.Body));
    }

    [Theory]
    [InlineData("json", "{\\\"a\\\":${v}}", "x", "is no JSON; put quotes around the expression.")]
    [InlineData("json", "[${v}]", "1,2", "is no JSON; put quotes around the expression.")]
    [InlineData("json", "$v", "{},1", "is no JSON; put quotes around the expression.")]
    [InlineData("xml", "<a>${v}</a>", "\u0001", "holds characters that XML cannot carry.")]
    [InlineData("xml", "<a>${v}</a>", "\uFFFF", "holds characters that XML cannot carry.")]
    public void A_value_that_does_not_fit_the_text_sends_nothing(string type, string body, string value, string expected)
    {
        var sent = Sent.Of($"\"content_type\":\"{type}\",\"body\":\"{body}\"", ("v", value));
        Assert.Equal($"The value of `v` in `body` {expected}", sent.Fault);
    }

    [Theory]
    [InlineData("", "application/json")]
    [InlineData("\"format\":\"xml\"", "application/xml, text/xml")]
    [InlineData("\"format\":\"text\"", "*/*")]
    public void An_answer_is_asked_for_in_the_form_that_the_realm_reads(string response, string expected) =>
        Assert.Equal(expected, Sent.AfterStep(Ask.Config($"\"response\":{{{response}}}"), "").Header("Accept"));
}
