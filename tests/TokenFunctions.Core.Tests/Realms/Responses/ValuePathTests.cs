using System.Text;
using FsCheck;
using FsCheck.Fluent;
using TokenFunctions.Realms.Paths;
using TokenFunctions.Realms.Responses;

namespace TokenFunctions.Core.Tests.Realms.Responses;

public sealed class ValuePathTests
{
    [Theory]
    [InlineData("""{"a":"1"}""", "a", "1")]
    [InlineData("""{"a":1.50}""", "a", "1.50")]
    [InlineData("""{"a":{"b":"1"}}""", "a.b", "1")]
    [InlineData("""{"a.b":"flat","a":{"b":"1"}}""", "a.b", "flat")]
    [InlineData("""{"a.b":null,"a":{"b":"1"}}""", "a.b", null)]
    [InlineData("""{"a":[{"b":"1"},{"b":"2"}]}""", "a.1.b", "2")]
    [InlineData("""{"a":{"0":"1"}}""", "a.0", "1")]
    [InlineData("""["1","2"]""", "1", "2")]
    [InlineData("""["1"]""", "1", null)]
    [InlineData("""["1"]""", "-1", null)]
    [InlineData("""["1"]""", "99999999999", null)]
    [InlineData("""{"a":"1"}""", "a.b", null)]
    [InlineData("""{"a":"1"}""", "A", null)]
    [InlineData("""{"a":""}""", "a", null)]
    [InlineData("""{"a":null}""", "a", null)]
    [InlineData("""{"a":true}""", "a", null)]
    [InlineData("""{"a":{"b":"1"}}""", "a", null)]
    [InlineData("""{"a":{"":"1"}}""", "a.", "1")]
    [InlineData(" \n plain text \t", "", "plain text")]
    [InlineData("plain text", "a", null)]
    [InlineData("", "", null)]
    [InlineData("{\"a\":\"\\ud800\"}", "a", null)]
    [InlineData("\uFEFF{\"a\":\"1\"}", "a", "1")]
    public void A_path_finds_a_value(string body, string path, string? expected)
    {
        var answer = AnswerBody.Parse(Encoding.UTF8.GetBytes(body), AnswerHeaders.None);
        Assert.Equal(expected, PathList.Of(path).Find(answer)?.Text);
    }

    [Fact]
    public void Of_a_list_the_first_that_is_present_and_not_empty_counts()
    {
        var answer = AnswerBody.Parse("""{"a":"","b":null,"c":"3","d":"4"}"""u8.ToArray(), AnswerHeaders.None);
        Assert.Equal("3", PathList.Of("x", "a", "b", "c", "d").Find(answer)?.Text);
    }

    [Fact]
    public void No_path_and_no_body_make_the_reader_throw() =>
        Prop.ForAll<string, string, byte[]>((path, text, bytes) =>
        {
            var json = $$"""{"{{text?.Replace("\"", "", StringComparison.Ordinal)}}":["\ud8{{text}}"],"a":{"b":[1]} }""";
            foreach (var body in new[] { bytes ?? [], Encoding.UTF8.GetBytes(json), Encoding.UTF8.GetBytes(text ?? "") })
            {
                var answer = AnswerBody.Parse(body, AnswerHeaders.None);
                PathList.Of(path ?? "", "a.b." + path, "").Find(answer);
            }
        }).QuickCheckThrowOnFailure();
}
