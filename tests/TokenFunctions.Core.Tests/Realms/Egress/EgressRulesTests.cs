using System.Net;
using TokenFunctions.Realms.Egress;

namespace TokenFunctions.Core.Tests.Realms.Egress;

public sealed class EgressRulesTests
{
    [Theory]
    [InlineData(null, "https://h.example", "8.8.8.8", true)]
    [InlineData("", "https://h.example:8443", "2606:4700::1", true)]
    [InlineData(null, "http://h.example", "8.8.8.8", false)]
    [InlineData(null, "https://h.example", "10.0.0.1", false)]
    [InlineData("10.0.0.0/8", "https://h.example", "10.255.0.1", true)]
    [InlineData("10.0.0.0/8", "https://h.example", "::ffff:10.0.0.1", true)]
    [InlineData("10.0.0.0/8", "https://h.example", "11.0.0.1", true)]
    [InlineData("10.0.0.0/8", "https://h.example", "192.168.0.1", false)]
    [InlineData("10.0.0.0/8", "http://h.example", "10.0.0.1", false)]
    [InlineData("10.1.2.3/8", "https://h.example", "10.9.9.9", true)]
    [InlineData("10.0.0.0/9", "https://h.example", "10.128.0.1", false)]
    [InlineData("10.0.0.1", "https://h.example", "10.0.0.1", true)]
    [InlineData("10.0.0.1", "https://h.example", "10.0.0.2", false)]
    [InlineData("10.0.0.0/8:8443", "https://h.example:8443", "10.0.0.1", true)]
    [InlineData("10.0.0.0/8:8443", "https://h.example", "10.0.0.1", false)]
    [InlineData("http://127.0.0.1:5201", "http://127.0.0.1:5201", "127.0.0.1", true)]
    [InlineData("http://127.0.0.1:5201/", "http://127.0.0.1:5201", "127.0.0.1", true)]
    [InlineData("http://127.0.0.1:5201", "http://127.0.0.1:5202", "127.0.0.1", false)]
    [InlineData("http://127.0.0.1:5201", "https://127.0.0.1:5201", "127.0.0.1", false)]
    [InlineData("http://h.example", "http://h.example:81", "8.8.8.8", true)]
    [InlineData("http://h.example", "http://H.EXAMPLE.", "8.8.8.8", true)]
    [InlineData("http://h.example", "http://g.example", "8.8.8.8", false)]
    [InlineData("http://0.0.0.0/0", "http://g.example", "8.8.8.8", true)]
    [InlineData("token.corp.example:8443", "https://token.corp.example:8443", "10.0.0.1", true)]
    [InlineData("token.corp.example:8443", "https://token.corp.example", "10.0.0.1", false)]
    [InlineData("token.corp.example", "https://a.token.corp.example", "10.0.0.1", false)]
    [InlineData("https://*.corp.example", "https://a.b.corp.example", "10.0.0.1", true)]
    [InlineData("https://*.corp.example", "https://corp.example", "10.0.0.1", false)]
    [InlineData("https://*.corp.example", "https://evilcorp.example", "10.0.0.1", false)]
    [InlineData("fd00::/8", "https://h.example", "fd12::1", true)]
    [InlineData("[fd00::1]:8443", "https://h.example:8443", "fd00::1", true)]
    [InlineData("[fd00::]/8:8443", "https://h.example:8443", "fd00::1", true)]
    [InlineData("[fd00::1]:8443", "https://h.example", "fd00::1", false)]
    [InlineData("::1", "https://localhost", "::1", true)]
    [InlineData("a.example, 10.0.0.1;b.example 10.0.0.2", "https://h.example", "10.0.0.2", true)]
    [InlineData("169.254.169.254", "https://h.example", "169.254.169.254", false)]
    [InlineData("http://169.254.0.0/16", "http://169.254.169.254", "169.254.169.254", false)]
    [InlineData("0.0.0.0/0 ::/0", "https://h.example", "168.63.129.16", false)]
    [InlineData("::/0", "https://h.example", "::ffff:169.254.169.254", false)]
    [InlineData("h.example", "https://h.example", "fd00:ec2::254", false)]
    [InlineData("64:ff9b::/96", "https://h.example", "64:ff9b::a9fe:a9fe", false)]
    [InlineData("64:ff9b::/96", "https://h.example", "64:ff9b::808:808", true)]
    public void An_address_is_called_or_not(string? setting, string url, string address, bool expected)
    {
        Assert.True(EgressRules.TryParse(setting, out var rules, out var error), error);
        var uri = new Uri(url);
        var target = EgressTarget.Of(uri.Scheme, uri.IdnHost, uri.Port);
        Assert.Equal(expected, rules.Refuses(target, IPAddress.Parse(address)) is null);
    }

    [Theory]
    [InlineData("*")]
    [InlineData("https://*")]
    [InlineData("ftp://h.example")]
    [InlineData("10.0.0.0/33")]
    [InlineData("10.0.0.0/-1")]
    [InlineData("10.0.0.0/x")]
    [InlineData("10.0.0/8")]
    [InlineData("10")]
    [InlineData("0x7f.0.0.1/8")]
    [InlineData("h.example:0")]
    [InlineData("h.example:65536")]
    [InlineData("h.example:http")]
    [InlineData("h.example/path")]
    [InlineData("user@h.example")]
    [InlineData("fe80::1%eth0")]
    [InlineData("http://")]
    [InlineData("h*.example")]
    public void A_malformed_entry_is_named(string entry)
    {
        Assert.False(EgressRules.TryParse("10.0.0.0/8, " + entry, out var rules, out var error));
        Assert.Null(rules);
        Assert.StartsWith($"TokenFunctions__Egress__Allow: `{entry}` is no host", error, StringComparison.Ordinal);
    }
}
