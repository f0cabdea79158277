using TokenFunctions.Client.Attaching;
using TokenFunctions.Client.Tests.Attaching.Doubles;

namespace TokenFunctions.Client.Tests.Attaching.Rules;

public sealed class OptionsCheckTests
{
    public static TheoryData<string, TokenHandlerOptions> Faulty => new()
    {
        { "Hosts", new() { Hosts = ["*"] } },
        { "Hosts", new() { Attach = new() { Hosts = ["a/b"] } } },
        { "Attach and Put", new() { Attach = new(), Put = (_, _) => { } } },
        { "MinTtl", new() { MinTtl = TimeSpan.FromSeconds(-1) } },
        { "BufferLimit", new() { BufferLimit = -1 } },
        { "PeekLimit", new() { PeekLimit = -1 } },
        { "MaxRedirects", new() { MaxRedirects = -1 } },
        { "Attach.Place", new() { Attach = new() { Place = "body" } } },
        { "Attach.Name", new() { Attach = new() { Name = "a b" } } },
        { "Attach.Name", new() { Attach = new() { Name = "Host" } } },
        { "Attach.Name", new() { Attach = new() { Name = "Content-Type" } } },
        { "Attach.Name", new() { Attach = new() { Place = "query", Name = "" } } },
        { "Attach.Prefix", new() { Attach = new() { Prefix = "a\r\n" } } },
    };

    [Theory]
    [MemberData(nameof(Faulty))]
    public void What_cannot_be_used_is_named(string name, TokenHandlerOptions options) =>
        Assert.StartsWith(name, Assert.Throws<ArgumentException>(() => Handler(options)).Message, StringComparison.Ordinal);

    [Fact]
    public void Each_fault_is_named()
    {
        var fault = Assert.Throws<ArgumentException>(() => Handler(new() { Hosts = ["*", "a/b"], PeekLimit = -1 }));

        Assert.All(["`*`", "`a/b`", "PeekLimit"], part => Assert.Contains(part, fault.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Options_that_are_changed_later_change_nothing()
    {
        var options = new TokenHandlerOptions { Hosts = ["api.example.com"] };
        var taken = OptionsCheck.Taken(options);

        options.Hosts.Add("evil.example.com");
        options.MaxRedirects = 99;

        Assert.Equal(["api.example.com"], taken.Hosts);
        Assert.Equal(10, taken.MaxRedirects);
    }

    [Theory]
    [InlineData("", "key")]
    [InlineData("realm", "a/b")]
    public void Names_are_checked(string realm, string key) =>
        Assert.Throws<ArgumentException>(() => new TokenHandler(new CountedSource(), realm, key));

    private static void Handler(TokenHandlerOptions options) => new TokenHandler(new CountedSource(), "r", "k", options).Dispose();
}
