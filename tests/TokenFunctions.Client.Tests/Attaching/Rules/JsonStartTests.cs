using System.Text;
using TokenFunctions.Client.Attaching.Answers;
using TokenFunctions.Realms;

namespace TokenFunctions.Client.Tests.Attaching.Rules;

public sealed class JsonStartTests
{
    private static readonly DeadAnswers Named = Looking("errcode");
    private static readonly DeadAnswers Whole = Looking("");

    [Theory]
    [InlineData("", null)]
    [InlineData("  \r\n", null)]
    [InlineData("{", null)]
    [InlineData("""{"a":"}""", null)]
    [InlineData("""{"a":"}"}""", 9)]
    [InlineData("""{"a":1}{"b":2}""", 7)]
    [InlineData(" [1] x", 0)]
    [InlineData("[", 0)]
    [InlineData("\uFEFF{}", 5)]
    [InlineData("{a", 0)]
    [InlineData("text", 0)]
    [InlineData("<a>", null)]
    public void It_is_known_when_enough_was_read(string body, int? expected) =>
        Assert.Equal(expected, JsonStart.Enough(Encoding.UTF8.GetBytes(body), Named));

    [Fact]
    public void A_text_that_is_of_use_is_read_to_its_end() =>
        Assert.Null(JsonStart.Enough("text"u8, Whole));

    [Theory]
    [InlineData("0.errcode")]
    [InlineData("")]
    public void An_array_is_read_where_a_code_may_be_in_it(string path)
    {
        Assert.Null(JsonStart.Enough("[1,"u8, Looking(path)));
        Assert.Equal(3, JsonStart.Enough("[1] x"u8, Looking(path)));
    }

    [Fact]
    public void Half_a_mark_may_become_a_whole_one() =>
        Assert.Null(JsonStart.Enough(Encoding.UTF8.Preamble[..2], Named));

    private static DeadAnswers Looking(string path) =>
        new(new AttachRule { Dead = [new DeadRule(null, ["40001"])], CodePaths = [path] });
}
