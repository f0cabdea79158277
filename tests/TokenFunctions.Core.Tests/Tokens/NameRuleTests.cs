using TokenFunctions.Storage.Tables;
using TokenFunctions.Tokens;

namespace TokenFunctions.Core.Tests.Tokens;

public sealed class NameRuleTests
{
    [Theory]
    [InlineData("a")]
    [InlineData("0")]
    [InlineData("wechat-mp")]
    [InlineData("Me.and_you@example.com")]
    public void Names_pass(string name)
    {
        Assert.True(NameRule.IsValid(name));
        Assert.True(new RowKey(name, name).IsValid);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(".a")]
    [InlineData("-a")]
    [InlineData("@a")]
    [InlineData("a b")]
    [InlineData("a/b")]
    [InlineData("a\n")]
    [InlineData("ä")]
    [InlineData("٣")]
    public void Others_do_not(string? name) => Assert.False(NameRule.IsValid(name));

    [Fact]
    public void A_name_has_at_most_128_characters()
    {
        Assert.True(NameRule.IsValid(new string('a', 128)));
        Assert.False(NameRule.IsValid(new string('a', 129)));
    }
}
