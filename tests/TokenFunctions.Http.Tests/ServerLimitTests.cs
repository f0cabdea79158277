using System.Globalization;
using System.Net.Sockets;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using TokenFunctions.Http.Tests.App;

namespace TokenFunctions.Http.Tests;

/// <summary>What the web server refuses before any route is reached, over bare sockets.</summary>
public sealed class ServerLimitTests
{
    private const string Line = "GET /api/version HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n";

    [Fact]
    public void The_limits_are_set()
    {
        var options = new KestrelServerOptions();
        KestrelRules.Apply(options, 7);

        var limits = options.Limits;
        Assert.False(options.AddServerHeader);
        Assert.Equal((7, 100, 32 * 1024, 16 * 1024), (limits.MaxConcurrentConnections, limits.MaxRequestHeaderCount, limits.MaxRequestHeadersTotalSize, limits.MaxRequestLineSize));
        Assert.Equal((240d, TimeSpan.FromSeconds(5)), (limits.MinRequestBodyDataRate!.BytesPerSecond, limits.MinRequestBodyDataRate.GracePeriod));
        Assert.Equal((240d, TimeSpan.FromSeconds(5)), (limits.MinResponseDataRate!.BytesPerSecond, limits.MinResponseDataRate.GracePeriod));
        Assert.Equal((TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(130)), (limits.RequestHeadersTimeout, limits.KeepAliveTimeout));
        Assert.Equal(4 * 1024 * 1024, limits.MaxRequestBodySize);
    }

    public static TheoryData<string, int> Heads => new()
    {
        { $"GET /api/version?x={new string('x', 17 * 1024)} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n", 414 },
        { $"{Line}{string.Concat(Enumerable.Range(0, 100).Select(n => string.Create(CultureInfo.InvariantCulture, $"X-{n}: 1\r\n")))}\r\n", 431 },
        { $"{Line}X-Long: {new string('x', 33 * 1024)}\r\n\r\n", 431 },
        { $"{Line}{string.Concat(Enumerable.Repeat($"X-Part: {new string('x', 1024)}\r\n", 33))}\r\n", 431 },
        { "GET /api/version HTTP/1.1\r\n\r\n", 400 },
        { "GET /api/version HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400 },
        { "GET /api/version HTTP/1.1\r\nHost: 127.0.0.1\r\nno header\r\n\r\n", 400 },
        { "GET /api/version HTTP/1.1\r\nHost: 127.0.0.1\r\nX: a\r\n folded\r\n\r\n", 400 },
        { "POST /api/realm HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nx", 400 },
        { "POST /api/realm HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: -1\r\n\r\n", 400 },
        { "GET /api/version HTTP/9.9\r\nHost: 127.0.0.1\r\n\r\n", 505 },
        { "\u0016\u0003\u0001\u0002\u0000\u0001", 400 },
    };

    [Theory]
    [MemberData(nameof(Heads))]
    public async Task A_head_over_a_limit_is_answered_by_a_bare_status(string head, int status)
    {
        await using var app = await TestApp.StartAsync();
        var answer = await RawAnswer.ReadAsync(app.Port, head);

        Assert.StartsWith(string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {status} "), answer, StringComparison.Ordinal);
        Assert.DoesNotContain("\r\nServer:", answer, StringComparison.OrdinalIgnoreCase);
        AssertIsBareOrProblem(answer);
    }

    [Fact]
    public async Task A_head_that_comes_too_slowly_is_ended()
    {
        await using var app = await TestApp.StartAsync(server: server =>
        {
            KestrelRules.Apply(server);
            server.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(1);
        });
        var answer = await RawAnswer.ReadAsync(app.Port, Line, "X-Slow: 1\r\n");

        Assert.StartsWith("HTTP/1.1 408 ", answer, StringComparison.Ordinal);
        AssertIsBareOrProblem(answer);
    }

    [Theory]
    [InlineData("Content-Length: 1000\r\n\r\n", " ")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n", "1\r\n \r\n")]
    public async Task A_body_that_comes_too_slowly_is_told_so(string head, string drop)
    {
        await using var app = await TestApp.StartAsync(server: server =>
        {
            KestrelRules.Apply(server);
            server.Limits.MinRequestBodyDataRate = new MinDataRate(KestrelRules.BodyBytesPerSecond, TimeSpan.FromSeconds(1.5));
        });
        var answer = await RawAnswer.ReadAsync(
            app.Port,
            $"POST /api/realm HTTP/1.1\r\nHost: 127.0.0.1\r\nx-api-key: {TestApp.AdminKey}\r\nContent-Type: application/json\r\n{head}",
            drop);

        Assert.StartsWith("HTTP/1.1 408 ", answer, StringComparison.Ordinal);
        Assert.Contains("\"code\":\"request_timeout\"", answer, StringComparison.Ordinal);
        Assert.Contains("Cache-Control: no-store", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_connection_too_many_is_closed_and_the_others_are_served()
    {
        await using var app = await TestApp.StartAsync(server: server => KestrelRules.Apply(server, 2));
        using var first = new TcpClient();
        await first.ConnectAsync("127.0.0.1", app.Port);
        Assert.Equal(200, (await app.GetAsync("/api/version")).Status);

        Assert.Empty(await RawAnswer.ReadAsync(app.Port, $"{Line}\r\n"));
        Assert.Equal(200, (await app.GetAsync("/api/version")).Status);
    }

    private static void AssertIsBareOrProblem(string answer)
    {
        var body = answer[(answer.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..];
        Assert.True(
            body.Length == 0 || answer.Contains("Content-Type: application/problem+json", StringComparison.Ordinal), answer);
    }
}
