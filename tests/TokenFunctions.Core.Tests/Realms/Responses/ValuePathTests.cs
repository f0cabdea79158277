using System.Text;
using FsCheck;
using FsCheck.Fluent;
using TokenFunctions.Core.Tests.Realms.Properties;
using TokenFunctions.Realms.Paths;
using TokenFunctions.Realms.Responses;
using TokenFunctions.Testing;

namespace TokenFunctions.Core.Tests.Realms.Responses;

public sealed class ValuePathTests
{
    private static readonly string[] Pieces =
        ["a", "b", ".", ".", "0", "1", "-1", "99999999999", "@json", "header:", "header:X-A", "header:x-a", "cookie:", "cookie:a", "..", " ", "A"];

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
    [InlineData("{\"a\":\"\\ud800\"}", "a", "\uFFFD")]
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

    [Fact]
    public void No_path_of_known_pieces_makes_any_format_throw() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
        {
            var chance = new Chance(seed);
            var paths = Enumerable.Range(0, 4).Select(_ => string.Concat(Enumerable.Range(0, chance.Below(6)).Select(_ => chance.OneIn(8) ? chance.Text() : chance.Pick(Pieces)))).ToArray();
            var headers = new AnswerHeaders([new("X-A", chance.Text()), new("Set-Cookie", chance.Pick("a=\"", "a", "=", ";;", "a=b;", chance.Text())), new("Set-Cookie", "")]);
            var body = new AnyBody(chance, [.. paths, "a.b", "a.@json.b", "a.0.b"]).Next();
            var answer = AnswerBody.Parse(body, headers, chance.Pick(Enum.GetValues<BodyFormat>()));
            PathList.Of(paths).Find(answer);
            foreach (var path in paths)
            {
                var found = answer.Find(new ValuePath(path));
                Assert.Equal(found.Text, answer.Find(new ValuePath(path)).Text);
                if (!found.IsAbsent) found.ToJson();
            }
        }).Check(FsCheck.Config.QuickThrowOnFailure.WithMaxTest(3000));
}
