using TokenFunctions.Http.Input;

namespace TokenFunctions.Http.Tests.Callers;

public sealed class NetworksInputTests
{
    [Theory]
    [InlineData("10.0.0.0/8")]
    [InlineData("192.0.2.7/32")]
    [InlineData("0.0.0.0/0")]
    [InlineData("::/0")]
    [InlineData("2001:db8::/32")]
    [InlineData("2001:DB8::/32")]
    [InlineData("fe80::1/128")]
    public void A_block_in_its_shortest_form_is_one(string text) =>
        Assert.Equal(text, $"{NetworksInput.Parse(text)}", ignoreCase: true);

    [Theory]
    [InlineData("")]
    [InlineData("10.0.0.0")]
    [InlineData("10.0.0.0/")]
    [InlineData("/8")]
    [InlineData("10/8")]
    [InlineData("10.0/16")]
    [InlineData("010.0.0.0/8")]
    [InlineData("0x0a.0.0.0/8")]
    [InlineData("167772160/8")]
    [InlineData("10.0.0.0/08")]
    [InlineData("10.0.0.0/+8")]
    [InlineData("10.0.0.0/-1")]
    [InlineData("10.0.0.0/33")]
    [InlineData("10.0.0.0/8 ")]
    [InlineData(" 10.0.0.0/8")]
    [InlineData("10.0.0.0/255.0.0.0")]
    [InlineData("10.1.0.0/8")]
    [InlineData("256.0.0.0/8")]
    [InlineData("١٠.0.0.0/8")]
    [InlineData("10.0.0.0/٨")]
    [InlineData("2001:db8:0:0::/32")]
    [InlineData("2001:db8::1/32")]
    [InlineData("[2001:db8::]/32")]
    [InlineData("fe80::%1/64")]
    [InlineData("fe80::%eth0/64")]
    [InlineData("::/129")]
    [InlineData("::ffff:10.0.0.0/104")]
    [InlineData("::ffff:192.0.2.7/128")]
    [InlineData("*")]
    [InlineData("any")]
    public void Everything_else_is_not(string text) => Assert.Null(NetworksInput.Parse(text));
}
