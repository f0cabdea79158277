using System.Net;
using Microsoft.AspNetCore.Http;
using TokenFunctions.Http.Access;

namespace TokenFunctions.Http.Tests.Access;

public sealed class SourceReaderTests
{
    private static readonly AccessRules Behind = new() { IsBehindHost = true, ClientAddressHeader = "CLIENT-IP" };

    [Theory]
    [InlineData("192.0.2.1", "192.0.2.1")]
    [InlineData("::ffff:192.0.2.1", "192.0.2.1")]
    [InlineData("2001:db8::1", "2001:db8::1")]
    public void By_itself_it_is_the_connections_and_no_header_says_another(string connection, string expected)
    {
        var context = Of(connection, "198.51.100.1");
        context.Request.Headers["X-Forwarded-For"] = "198.51.100.2";
        Assert.Equal(expected, new SourceReader(new AccessRules()).Read(context)?.ToString());
    }

    [Theory]
    [InlineData("192.0.2.1", "192.0.2.1")]
    [InlineData("192.0.2.1:4711", "192.0.2.1")]
    [InlineData(" 192.0.2.1:4711 ", "192.0.2.1")]
    [InlineData("[2001:db8::1]:443", "2001:db8::1")]
    [InlineData("2001:db8::1", "2001:db8::1")]
    [InlineData("[::ffff:192.0.2.1]:1", "192.0.2.1")]
    [InlineData("192.0.2.1, 192.0.2.2", null)]
    [InlineData("192.0.2.1:99999", null)]
    [InlineData("unknown", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Behind_the_host_it_is_what_the_named_header_says(string? header, string? expected) =>
        Assert.Equal(expected, new SourceReader(Behind).Read(Of("127.0.0.1", header))?.ToString());

    [Fact]
    public void Behind_the_host_two_headers_say_nothing()
    {
        var context = Of("127.0.0.1", null);
        context.Request.Headers["CLIENT-IP"] = new[] { "192.0.2.1", "192.0.2.2" };
        Assert.Null(new SourceReader(Behind).Read(context));
    }

    [Fact]
    public void Behind_the_host_without_a_named_header_it_is_not_known() =>
        Assert.Null(new SourceReader(new AccessRules { IsBehindHost = true }).Read(Of("127.0.0.1", "192.0.2.1")));

    private static DefaultHttpContext Of(string connection, string? header)
    {
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = IPAddress.Parse(connection);
        if (header is not null) context.Request.Headers["CLIENT-IP"] = header;
        return context;
    }
}
