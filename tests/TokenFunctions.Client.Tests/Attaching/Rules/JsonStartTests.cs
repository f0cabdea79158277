using System.Text;
using TokenFunctions.Client.Attaching.Answers;

namespace TokenFunctions.Client.Tests.Attaching.Rules;

public sealed class JsonStartTests
{
    [Theory]
    [InlineData("", null)]
    [InlineData("  \r\n", null)]
    [InlineData("{", null)]
    [InlineData("""{"a":"}""", null)]
    [InlineData("""{"a":"}"}""", 9)]
    [InlineData("""{"a":1}{"b":2}""", 7)]
    [InlineData(" [1] x", 4)]
    [InlineData("\uFEFF{}", 5)]
    [InlineData("{a", 0)]
    [InlineData("text", 0)]
    [InlineData("<a>", null)]
    public void It_is_known_when_enough_was_read(string body, int? expected) =>
        Assert.Equal(expected, JsonStart.Enough(Encoding.UTF8.GetBytes(body), readsText: false));

    [Fact]
    public void A_text_that_is_of_use_is_read_to_its_end() =>
        Assert.Null(JsonStart.Enough("text"u8, readsText: true));

    [Fact]
    public void Half_a_mark_may_become_a_whole_one() =>
        Assert.Null(JsonStart.Enough(Encoding.UTF8.Preamble[..2], readsText: false));
}
