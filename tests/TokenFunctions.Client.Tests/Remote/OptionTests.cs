using System.Net;
using TokenFunctions.Client.Remote;
using TokenFunctions.Storage;
using TokenFunctions.Testing;
using TokenFunctions.Tokens;

namespace TokenFunctions.Client.Tests.Remote;

/// <summary>Where keys may go, and that they are told to nobody else.</summary>
public sealed class OptionTests
{
    [Theory]
    [InlineData("https://tokens.example.com", true)]
    [InlineData("https://tokens.example.com:8443/under/", true)]
    [InlineData("http://127.0.0.1:7071", true)]
    [InlineData("http://localhost:7071", true)]
    [InlineData("http://[::1]:7071", true)]
    [InlineData("http://tokens.example.com", false)]
    [InlineData("http://localhost.example.com", false)]
    [InlineData("http://127.0.0.1.example.com", false)]
    [InlineData("http://10.0.0.1", false)]
    [InlineData("http://localhost@example.com", false)]
    [InlineData("https://user:planted-password@tokens.example.com", false)]
    [InlineData("https://tokens.example.com/?code=planted-code", false)]
    [InlineData("https://tokens.example.com/#x", false)]
    [InlineData("ftp://tokens.example.com", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("/api", false)]
    [InlineData(null, false)]
    public void Only_an_address_that_keys_may_be_sent_to_is_taken(string? address, bool isGood)
    {
        var faults = RemoteFaults.Of(new() { Address = address is null ? null : new Uri(address, UriKind.RelativeOrAbsolute) });
        Assert.Equal(isGood ? 0 : 1, faults.Count);
        Assert.DoesNotContain("planted", string.Concat(faults), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_fault_is_told_at_once_and_no_key()
    {
        var options = new TokenFunctionsOptions
        {
            ApiKey = new SecretText("planted\r\nX-Evil: 1"),
            FunctionKey = new SecretText(""),
            Credential = new ScriptedCredential(),
            Timeout = TimeSpan.Zero,
            CheckTimeout = Timeout.InfiniteTimeSpan,
        };
        using var http = new HttpMessageInvoker(new SocketsHttpHandler());
        var fault = Assert.Throws<ArgumentException>(
            () => new RemoteBroker(http, options, new StoreClock(TimeProvider.System), Random.Shared));
        foreach (var name in new[] { "Address", "ApiKey", "FunctionKey", "Scope", "Timeout", "CheckTimeout" })
            Assert.Contains(name, fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("planted", fault.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(" planted")]
    [InlineData("planted ")]
    [InlineData("plänted")]
    [InlineData("planted\u007f")]
    public void A_key_that_no_header_can_carry_is_refused_before_the_transport_quotes_it(string key) =>
        Assert.Equal("ApiKey holds what no header can carry: blanks around it, or other than printable ASCII.", ServiceKeys.Fault(new SecretText(key), "ApiKey"));

    [Fact]
    public async Task A_handler_that_follows_redirects_is_found_out()
    {
        var time = new ManualTime();
        await using var service = await ServiceDouble.StartAsync(time);
        await using var other = await ServiceDouble.StartAsync(time);
        service.Answer = new(307, "", null) { Headers = new Dictionary<string, string> { ["Location"] = $"{other.Address}x" } };
        using var http = new HttpMessageInvoker(new SocketsHttpHandler());
        var broker = new RemoteBroker(http, new() { Address = service.Address }, new StoreClock(time), new Random(1));
        var result = await broker.GetAsync(new TokenRequest(RemoteWorld.Key), CancellationToken.None);
        Assert.Equal(FailureKind.ServiceUnavailable, result.Failure!.Kind);
        Assert.Contains("AllowAutoRedirect", result.Failure.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void The_way_to_the_service_follows_nothing_and_keeps_no_cookies()
    {
        using var away = ServiceHandler.Create(new() { Address = new Uri("https://tokens.example.com") });
        using var here = ServiceHandler.Create(new() { Address = new Uri("http://127.0.0.1:7071") });
        Assert.Equal((false, false, true, false), (away.AllowAutoRedirect, away.UseCookies, away.UseProxy, here.UseProxy));
        Assert.Equal(DecompressionMethods.None, away.AutomaticDecompression);
    }

    [Fact]
    public async Task No_key_and_no_token_is_in_anything_that_is_told()
    {
        await using var world = await RemoteWorld.StartAsync(o => o with { FunctionKey = new SecretText("planted-function-key") });
        var told = new List<string>();
        told.Add((await world.AskAsync()).ToString());
        foreach (var status in new[] { 200, 302, 400, 401, 403, 404, 429, 500 })
        {
            world.Service.Answer = PlayedAnswer.Front(status, "planted-body");
            var failure = await world.FailAsync();
            told.Add($"{failure} {new TokenUnavailableException(RemoteWorld.Key, failure, null)}");
            world.Time.Advance(TimeSpan.FromMinutes(5));
        }

        told.Add(new TokenFunctionsOptions { ApiKey = new SecretText("planted-api-key") }.ToString());
        told.Add(new ServiceAnswer(200, "planted"u8.ToArray()).ToString());
        Assert.DoesNotContain("planted", string.Concat(told), StringComparison.Ordinal);
    }
}
