using TokenFunctions.Client.Attaching.Placing;

namespace TokenFunctions.Client.Tests.Attaching.Rules;

public sealed class CookieTextTests
{
    [Theory]
    [InlineData("", "s=v")]
    [InlineData("a=b", "a=b; s=v")]
    [InlineData("s=own; a=b;s = two", "a=b; s=v")]
    [InlineData("S=own", "S=own; s=v")]
    public void One_pair_stands_at_the_end(string given, string expected) =>
        Assert.Equal(expected, CookieText.With([given], "s", "v"));
}
