using System.Net;
using System.Text;
using System.Text.Json;
using TokenFunctions.Properties;
using TokenFunctions.Realms.Responses;
using TokenFunctions.Testing;

namespace TokenFunctions.Core.Tests.Parsers;

/// <summary>Bodies of answers: what is JSON, XML or a form is read as it was meant, and nothing throws.</summary>
public sealed class AnswerTests
{
    private static readonly string[] Xml =
    [
        "<r>", "</r>", "<a>", "</a>", "<a/>", "<a b='c'>", "<b:a xmlns:b='u'>", "</b:a>", "<![CDATA[x]]>", "<!--c-->", "<?p i?>", "&amp;", "&#0;", "&#x110000;", "&e;", "text", " ", "<?xml version='1.0' encoding='utf-16'?>", "<!DOCTYPE r [<!ENTITY e 'x'>]>",
        "<a a='1' a='2'>", "]]>", "<", ">", "\uFEFF",
    ];

    private static readonly string[] Form = ["a", "b", "=", "&", "%41", "%", "%zz", "%ED%A0%80", "+", "%00", "access_token=x", "&&", "==", "a[]=1", ";"];
    private static readonly string[] Json = ["{", "}", "[", "]", ":", ",", "\"a\"", "\"\\ud800\"", "\"\\u0000\"", "1", "-0", "1e999", "true", "null", " ", "/**/", "\uFEFF", "NaN"];

    [Fact]
    public void No_body_makes_a_format_throw() => Seeds.Hold(3000, chance =>
    {
        var text = chance.Pick<Func<string>>(() => chance.Pieces(14, Xml), () => chance.Pieces(10, Form), () => chance.Pieces(12, Json))();
        var bytes = chance.OneIn(10) ? chance.Bytes() : chance.Encoded(text);
        foreach (var format in Enum.GetValues<BodyFormat>())
        {
            var body = AnswerBody.Parse(bytes, AnswerHeaders.None, format);
            if (body.Root is { } root) Read(root);
        }

        XmlTree.Parse(text);
        FormTree.Parse(text);
    });

    [Fact]
    public void Beside_what_is_no_text_the_rest_of_JSON_is_read() => Seeds.Hold(2000, chance =>
    {
        var halves = chance.Pieces(6, ["\\ud800", "\\udc00", "\\ud83d\\ude00", "\\\\", "\\n", "x", "\\u0041"]);
        byte[] broken = [.. chance.Encoded(string.Concat(Chance.Whole(halves).Where(c => c is not ('"' or < ' '))).TrimEnd('\\')), .. "x"u8];
        byte[] bytes = [.. "{\"a\":\"one\",\"m\":\""u8, .. broken, .. "\",\"b\":\"two\"}"u8];
        if (JsonTree.Parse(bytes) is not { } root) return;
        Read(root);
        Assert.Equal(("one", "two"), (root.GetProperty("a").GetString(), root.GetProperty("b").GetString()));
    });

    [Fact]
    public void A_form_is_read_as_it_was_written() => Seeds.Hold(1000, chance =>
    {
        var pairs = Enumerable.Range(0, 1 + chance.Below(6)).Select(n => (Name: $"n{n}", Value: Chance.Whole(chance.Text()))).ToList();
        var text = string.Join('&', pairs.Select(pair => $"{pair.Name}={WebUtility.UrlEncode(pair.Value)}"));
        var read = FormTree.Parse(text)!.Value;
        Assert.All(pairs, pair => Assert.Equal(pair.Value, read.GetProperty(pair.Name).GetString()));
    });

    [Fact]
    public void Texts_of_XML_elements_are_read_as_they_were_written() => Seeds.Hold(1000, chance =>
    {
        // XML has no form for control characters (XML 1.0 §2.2); line ends become one (§2.11).
        var values = Enumerable.Range(0, 1 + chance.Below(6)).Select(_ => string.Concat(Chance.Whole(chance.Text()).Where(c => c is >= ' ' and not ('\u0085' or '\u2028' or '\uFEFF' or '\uFFFD')))).ToList();
        var text = $"<r>{string.Concat(values.Select((value, n) => $"<n{n}>x{WebUtility.HtmlEncode(value)}x</n{n}>"))}</r>";
        var read = XmlTree.Parse(text)!.Value;
        Assert.All(values.Index(), item => Assert.Equal($"x{item.Item}x", read.GetProperty($"n{item.Index}").GetString()));
    });

    [Fact]
    public void What_is_JSON_is_read_and_what_is_none_is_not() => Seeds.Hold(2000, chance =>
    {
        var bytes = Encoding.UTF8.GetBytes(chance.Pieces(10, Json));
        if (JsonTree.Parse(bytes) is { } value) Assert.Equal(JsonElement.Parse(bytes).ValueKind, value.ValueKind);
        var text = Chance.Whole(chance.Text());
        Assert.Equal(text, JsonTree.Of(text).GetString());
    });

    private static void Read(JsonElement value)
    {
        if (value.ValueKind is JsonValueKind.String) Assert.Equal(value.GetString(), Chance.Whole(value.GetString()!));
        if (value.ValueKind is JsonValueKind.Number) Assert.NotEmpty(value.GetRawText());
        if (value.ValueKind is JsonValueKind.Array) Assert.All(value.EnumerateArray(), Read);
        if (value.ValueKind is JsonValueKind.Object) Assert.All(value.EnumerateObject(), member => Read(value.GetProperty(member.Name)));
    }
}
