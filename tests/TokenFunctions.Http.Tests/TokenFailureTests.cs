using TokenFunctions.Http.Tests.App;
using TokenFunctions.Tokens;

namespace TokenFunctions.Http.Tests;

public sealed class TokenFailureTests : IAsyncLifetime
{
    private const string Path = "/api/token?realm=r&key=k";
    private TestApp app = null!;

    public async Task InitializeAsync() => app = await TestApp.StartAsync();

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task A_failure_is_a_problem_with_the_time_to_ask_again()
    {
        app.Parts.Core.Answer = _ => TokenResult.Of(new TokenFailure(FailureKind.Throttled, "Too many calls.")
        {
            UpstreamCode = "45009",
            UpstreamMessage = "reach max api daily quota limit",
            RetryAt = Samples.Noon.AddMilliseconds(30_200),
        });
        var reply = await app.GetAsync(Path);
        Assert.Equal((503, "upstream_throttled", "31"), (reply.Status, reply.Code, reply.Header("Retry-After")));
        Assert.Equal(("about:blank", "Service Unavailable", "Too many calls."), (reply.Text("type"), reply.Text("title"), reply.Text("detail")));
        Assert.Equal("2027-05-01T12:00:30.2Z", reply.Text("retry_at"));
        Assert.Equal("45009", reply.Json.GetProperty("upstream").GetProperty("code").GetString());
        Assert.Equal("no-store", reply.Header("Cache-Control"));
    }

    [Theory]
    [InlineData(-5, "1")]
    [InlineData(0.5, "1")]
    [InlineData(2, "2")]
    public async Task Retry_After_is_whole_seconds_and_never_zero(double seconds, string header)
    {
        app.Parts.Core.Answer = _ => TokenResult.Of(new TokenFailure(FailureKind.ForceLimited, "Too fast.") { RetryAt = Samples.Noon.AddSeconds(seconds) });
        var reply = await app.GetAsync(Path);
        Assert.Equal((429, header), (reply.Status, reply.Header("Retry-After")));
    }
}
