using System.Net;
using TokenFunctions.Http.Access.Limits;
using TokenFunctions.Testing;

namespace TokenFunctions.Http.Tests.Access;

public sealed class WrongKeysMemoryTests
{
    private readonly ManualTime time = new();

    [Fact]
    public void However_many_sources_guess_few_are_remembered()
    {
        var keys = new WrongKeys(time);
        for (var i = 0; i < 50_000; i++) keys.Count(new IPAddress(i + 1_000_000));
        Assert.Equal(10_000, keys.Sources);
    }

    [Fact]
    public void A_source_that_guesses_on_is_not_forgotten_for_others_that_come_by()
    {
        var keys = new WrongKeys(time);
        var guesser = IPAddress.Parse("192.0.2.1");
        for (var i = 0; i < 30_000; i++)
        {
            keys.Count(new IPAddress(i + 1_000_000));
            if (i % 1_000 == 0) keys.Count(guesser);
        }

        Assert.True(keys.AreTooMany(guesser));
    }

    [Theory]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff:ffff:ffff:ffff", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    [InlineData("192.0.2.1", "192.0.2.2", false)]
    public void An_IPv6_network_is_one_source(string one, string other, bool isOne)
    {
        var keys = new WrongKeys(time);
        for (var i = 0; i < WrongKeys.Most; i++) Assert.Null(keys.Count(IPAddress.Parse(one)));
        Assert.True(keys.AreTooMany(IPAddress.Parse(one)));
        Assert.Equal(isOne, keys.AreTooMany(IPAddress.Parse(other)));
        Assert.False(keys.AreTooMany(null));
        Assert.Equal(TimeSpan.FromMinutes(1), keys.Count(IPAddress.Parse(one)));
    }
}
