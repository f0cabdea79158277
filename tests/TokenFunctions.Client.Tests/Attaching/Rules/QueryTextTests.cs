using TokenFunctions.Client.Attaching.Placing;

namespace TokenFunctions.Client.Tests.Attaching.Rules;

public sealed class QueryTextTests
{
    [Theory]
    [InlineData("https://h/a", "https://h/a?t=v")]
    [InlineData("https://h", "https://h/?t=v")]
    [InlineData("https://h/a?", "https://h/a?t=v")]
    [InlineData("https://h/a?t", "https://h/a?t=v")]
    [InlineData("https://h/a?b=c&t=own&t=two&d", "https://h/a?b=c&d&t=v")]
    [InlineData("https://h/a?%74=own", "https://h/a?t=v")]
    [InlineData("https://h/a?T=own", "https://h/a?T=own&t=v")]
    [InlineData("https://h/a?b=t%3Dx#part", "https://h/a?b=t%3Dx&t=v")]
    [InlineData("https://h:8443/a%20b?c=%2F", "https://h:8443/a%20b?c=%2F&t=v")]
    public void One_pair_stands_at_the_end(string address, string expected) =>
        Assert.Equal(expected, QueryText.With(new(address), "t", "v").AbsoluteUri);

    [Fact]
    public void Name_and_value_are_escaped() =>
        Assert.Equal("https://h/?a%20b=1%2B%2F%3D%26%23", QueryText.With(new("https://h/"), "a b", "1+/=&#").AbsoluteUri);

    [Theory]
    [InlineData("https://h/a?t=x", "https://h/a")]
    [InlineData("https://h/a?b&t=x", "https://h/a?b")]
    [InlineData("https://h/a?b", "https://h/a?b")]
    public void A_pair_can_be_left_out(string address, string expected) =>
        Assert.Equal(expected, QueryText.Without(new Uri(address), "t").AbsoluteUri);
}
