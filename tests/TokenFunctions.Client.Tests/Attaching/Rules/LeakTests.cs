using TokenFunctions.Client.Attaching.Redirects;

namespace TokenFunctions.Client.Tests.Attaching.Rules;

public sealed class LeakTests
{
    [Theory]
    [InlineData("https://h/?x=a%2Bb%2Fc%3D", true)]
    [InlineData("https://h/?x=a%2bb%2fc%3d", true)]
    [InlineData("https://h/a+b/c=", true)]
    [InlineData("https://h/?x=%61%2Bb/c%3D", true)]
    [InlineData("https://h/?x=ab", false)]
    public void A_token_in_an_address_is_found(string address, bool isThere) =>
        Assert.Equal(isThere, Leak.IsIn(new(address), new("a+b/c=")));
}
