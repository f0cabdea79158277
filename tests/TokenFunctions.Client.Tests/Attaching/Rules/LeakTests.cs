using TokenFunctions.Client.Attaching.Redirects;

namespace TokenFunctions.Client.Tests.Attaching.Rules;

public sealed class LeakTests
{
    [Theory]
    [InlineData("https://h/?x=a%2Bb%2Fc%3D", true)]
    [InlineData("https://h/?x=a%2bb%2fc%3d", true)]
    [InlineData("https://h/a+b/c=", true)]
    [InlineData("https://h/?x=%61%2Bb/c%3D", true)]
    [InlineData("https://h/?r=https%3A%2F%2Fa%2F%3Ft%3Da%252Bb%252Fc%253D", true)]
    [InlineData("https://h/?r=https%253A%252F%252Fa%252F%253Ft%253Da%25252Bb%25252Fc%25253D", true)]
    [InlineData("https://h/?x=ab", false)]
    public void A_token_in_an_address_is_found(string address, bool isThere) =>
        Assert.Equal(isThere, Leak.IsIn(new(address), new("a+b/c=")));
}
