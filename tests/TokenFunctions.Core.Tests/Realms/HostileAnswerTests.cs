using System.IO.Compression;
using System.Text;
using TokenFunctions.Core.Tests.Realms.Doubles;
using TokenFunctions.Realms;
using TokenFunctions.Realms.Egress;
using TokenFunctions.Testing;
using TokenFunctions.Tokens;

namespace TokenFunctions.Core.Tests.Realms;

/// <summary>Providers that answer too much, too slowly, or something else than they say.</summary>
public sealed class HostileAnswerTests
{
    private const string Ok = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(1);
    private static readonly string Json = Ask.Success;

    [Theory]
    [InlineData(Ok + "\r\n", "x")]
    [InlineData(Ok + "Content-Length: 99999999\r\n\r\n", "x")]
    [InlineData(Ok + "Content-Length: 1048577\r\n\r\n", " ")]
    [InlineData(Ok + "Transfer-Encoding: chunked\r\n\r\n", "1\r\nx\r\n")]
    [InlineData(Ok + "Transfer-Encoding: chunked\r\n\r\n", "1;a=b\r\n \r\n")]
    [InlineData(Ok + "Transfer-Encoding: chunked\r\n\r\nFFFFFFFF\r\n", "y")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n", "z")]
    public async Task An_endless_body_is_left_at_the_cap(string head, string piece)
    {
        using var provider = RawProvider.Endless(head, string.Concat(Enumerable.Repeat(piece, 4096)), TimeSpan.Zero);
        var failure = await FailAsync(provider, Ask.Long);

        Assert.Equal((FailureKind.Rejected, UpstreamReach.Unanswered), (failure.Kind, failure.Reach));
        Assert.Equal("The provider's answer is longer than 1 MiB; check `url`.", failure.Detail);
        await Eventually.HoldsAsync(() => provider.Left == 1, "The connection is closed");
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nX-Long: ", "xxxxxxxxxxxxxxxx")]
    [InlineData("HTTP/1.1 200 OK\r\n", "X-Many: 1\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nSet-Cookie: a=b;\r\n", " folded\r\n")]
    [InlineData("HTTP/1.1 200 ", "OK")]
    [InlineData("", "x")]
    [InlineData(Ok + "Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n", "X-Trailer: 1\r\n")]
    [InlineData(Ok + "Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\nX-Trailer: ", "xxxxxxxxxxxxxxxx")]
    [InlineData(Ok + "Transfer-Encoding: chunked\r\n\r\n2;", "extension=")]
    public async Task An_endless_head_is_left_at_the_cap(string head, string piece)
    {
        using var provider = RawProvider.Endless(head, string.Concat(Enumerable.Repeat(piece, 1024)), TimeSpan.Zero);
        var begun = TimeProvider.System.GetTimestamp();
        var failure = await FailAsync(provider, Ask.Long);

        Assert.Equal(UpstreamReach.Unanswered, failure.Reach);
        Assert.True(TimeProvider.System.GetElapsedTime(begun) < Ask.Long * 0.9, "It was the time-out that ended it.");
        await Eventually.HoldsAsync(() => provider.Left == 1, "The connection is closed");
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\n", "X-Slow: 1\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nX-Slow: ", "x")]
    [InlineData(Ok + "\r\n", " ")]
    [InlineData(Ok + "Content-Length: 1000\r\n\r\n", " ")]
    [InlineData(Ok + "Transfer-Encoding: chunked\r\n\r\n", "1\r\n \r\n")]
    [InlineData("", "HTTP/1.1 100 Continue\r\n\r\n")]
    [InlineData("", "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n")]
    public async Task Drop_by_drop_it_lasts_no_longer_than_the_time_out(string head, string piece)
    {
        using var provider = RawProvider.Endless(head, piece, TimeSpan.FromMilliseconds(50));
        var begun = TimeProvider.System.GetTimestamp();
        var failure = await FailAsync(provider, Short);

        Assert.Equal((FailureKind.Transient, UpstreamReach.Unanswered), (failure.Kind, failure.Reach));
        Assert.InRange(TimeProvider.System.GetElapsedTime(begun), Short * 0.9, Short * 10);
        await Eventually.HoldsAsync(() => provider.Left == 1, "The connection is closed");
    }

    [Fact]
    public async Task A_body_that_is_compressed_though_nobody_asked_is_not_inflated()
    {
        using var bomb = RawProvider.Answering($"{Ok}Content-Encoding: gzip\r\nConnection: close\r\n\r\n", Gzip(new string(' ', 64 << 20)));
        var failure = await FailAsync(bomb, Ask.Long);
        Assert.Equal("The answer is not JSON.", failure.Detail);

        using var token = RawProvider.Answering($"{Ok}Content-Encoding: gzip\r\nConnection: close\r\n\r\n", Gzip(Json));
        Assert.Equal("The answer is not JSON.", (await FailAsync(token, Ask.Long)).Detail);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4096)]
    public async Task A_body_that_ends_before_its_length_is_no_answer(int missing)
    {
        using var provider = RawProvider.Answering($"{Ok}Content-Length: {Json.Length + missing}\r\n\r\n", Encoding.ASCII.GetBytes(Json));
        var failure = await FailAsync(provider, Ask.Long);
        Assert.Equal((FailureKind.Transient, UpstreamReach.Unanswered), (failure.Kind, failure.Reach));
    }

    [Theory]
    [InlineData("Content-Length: 10\r\nContent-Length: 44\r\n")]
    [InlineData("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n")]
    [InlineData("Content-Length: -1\r\n")]
    [InlineData("Content-Length: 99999999999999999999\r\n")]
    [InlineData("Transfer-Encoding: chunked\r\n")]
    [InlineData("Content-Length: 0\r\n")]
    public async Task A_length_that_lies_gives_a_failure_or_the_whole_token_and_never_a_part(string header)
    {
        using var provider = RawProvider.Answering($"{Ok}{header}Connection: close\r\n\r\n", Encoding.ASCII.GetBytes(Json));
        var answer = await AskAsync(provider, Ask.Long);
        if (answer.HasToken) Assert.Equal("T0KEN", answer.Token.Value.Reveal());
        else Assert.Contains(answer.Failure.Kind, (FailureKind[])[FailureKind.Transient, FailureKind.Rejected]);
    }

    [Theory]
    [InlineData("301 Moved Permanently")]
    [InlineData("302 Found")]
    [InlineData("303 See Other")]
    [InlineData("307 Temporary Redirect")]
    [InlineData("308 Permanent Redirect")]
    public async Task A_redirect_leads_nowhere_not_even_where_calls_are_allowed(string status)
    {
        using var trap = RawProvider.Answering($"{Ok}\r\n", Encoding.ASCII.GetBytes(Json));
        foreach (var to in new[] { $"{trap.Address}", "http://169.254.169.254/latest/meta-data/", "//127.0.0.1/", "file:///etc/passwd" })
        {
            using var provider = RawProvider.Answering($"HTTP/1.1 {status}\r\nLocation: {to}\r\nContent-Length: 0\r\n\r\n", []);
            var failure = await FailAsync(provider, Ask.Long);
            Assert.Equal((FailureKind.Rejected, UpstreamReach.Answered), (failure.Kind, failure.Reach));
            Assert.Contains("a redirect; redirects are not followed", failure.Detail, StringComparison.Ordinal);
        }
        Assert.Equal(0, trap.Connections);
    }

    private static byte[] Gzip(string text)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Fastest)) gzip.Write(Encoding.ASCII.GetBytes(text));
        return bytes.ToArray();
    }

    private static async Task<UpstreamFailure> FailAsync(RawProvider provider, TimeSpan timeout) => (await AskAsync(provider, timeout)).Failure!;

    private static async Task<UpstreamAnswer> AskAsync(RawProvider provider, TimeSpan timeout)
    {
        Assert.True(EgressRules.TryParse("http://127.0.0.1", out var rules, out var error), error);
        using var client = new RealmClient(EgressHandler.Create(rules), TimeProvider.System);
        return await client.AskAsync(Ask.Compile(Ask.Config(url: $"{provider.Address}")), SecretFields.None, timeout);
    }
}
