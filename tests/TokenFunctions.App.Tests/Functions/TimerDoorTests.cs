using System.Net;
using System.Text;
using TokenFunctions.App.Tests.Functions.Wire;
using TokenFunctions.Processes.Providers;
using TokenFunctions.Testing;

namespace TokenFunctions.App.Tests.Functions;

/// <summary>The timer: its runs, and that nobody but the host can make one.</summary>
public sealed class TimerDoorTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Each_run_is_counted_and_says_what_it_did()
    {
        await using var provider = await GatedProvider.StartAsync();
        provider.LifeSeconds = 8;
        await using var app = await HostedApp.StartAsync(folder);
        await app.SetUpAsync(provider, "independent", "first");
        await app.TokenAsync("first");

        var renewed = 0;
        await Eventually.HoldsAsync(
            async () =>
            {
                var run = await TickAsync(app);
                Assert.Equal((TickOutcome.Succeeded, 0), (run.Outcome, run.Failed));
                return (renewed += run.Renewed) > 1;
            },
            "Two renewals by the timer");

        Assert.Equal(1 + renewed, provider.Calls);
    }

    [Theory]
    [InlineData("/PreRefresh")]
    [InlineData("/prerefresh")]
    [InlineData("/PreRefresh/")]
    [InlineData("/PreRefresh?code=x")]
    [InlineData("/%50reRefresh")]
    [InlineData("/api/../PreRefresh")]
    [InlineData("/api/%2e%2e/PreRefresh")]
    [InlineData("/api/realm/../../PreRefresh")]
    [InlineData("/api/PreRefresh")]
    [InlineData("/api//PreRefresh")]
    [InlineData("/api/input/..%2F..%2F..%2FPreRefresh/x")]
    [InlineData("/api/input/%252e%252e/..%5c..%5cPreRefresh")]
    public async Task What_the_host_passes_on_never_gets_in(string target)
    {
        await using var app = await HostedApp.StartAsync(folder);
        var client = app.Authorized(ClientRequest.Post(target, "{}"));
        // As a client would have to be that wants to look like the host itself.
        var disguised = client.With("Host", $"127.0.0.1:{app.Host.Handler.Port}").With("X-Forwarded-For", "203.0.113.7");

        foreach (var request in (HttpRequestMessage[])[Shape(client, HostMode.Forwarding), Shape(client, HostMode.Proxying), Shape(disguised, HostMode.Forwarding), Shape(disguised, HostMode.Proxying)])
        {
            var answer = await app.Host.SendRawAsync(request);
            Assert.True((int)answer.Status is >= 400 and < 500, $"{request.RequestUri}: {answer}");
            Assert.DoesNotContain("ReturnValue", answer.Body, StringComparison.Ordinal);
        }

        Assert.Equal(TickOutcome.Succeeded, (await app.Host.TickAsync()).Outcome);

        HttpRequestMessage Shape(ClientRequest sent, HostMode mode) =>
            mode == HostMode.Forwarding ? Forwarding.Shape(sent, app.Host.HandlerAddress)! : Proxying.Shape(sent, app.Host.HandlerAddress);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task It_takes_a_POST_only_and_answers_others_as_any_path(string method)
    {
        await using var app = await HostedApp.StartAsync(folder);
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(app.Host.HandlerAddress, "/PreRefresh"));

        Assert.Equal(HttpStatusCode.Unauthorized, (await app.Host.SendRawAsync(request)).Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("not JSON")]
    public async Task Whatever_its_body_is_the_answer_is_an_object(string body)
    {
        await using var app = await HostedApp.StartAsync(folder);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(app.Host.HandlerAddress, "/PreRefresh"))
        {
            Content = new StringContent(body, Encoding.UTF8, "text/plain"),
        };

        var answer = await app.Host.SendRawAsync(request);

        Assert.Equal(TickOutcome.Succeeded, Tick.OutcomeOf(answer.Status, answer.Body));
    }

    private static async Task<(TickOutcome Outcome, int Renewed, int Failed)> TickAsync(HostedApp app)
    {
        var (outcome, answer) = await app.Host.TickAsync();
        var told = answer.Json.GetProperty("ReturnValue");
        return (outcome, told.GetProperty("renewed").GetInt32(), told.GetProperty("failed").GetInt32());
    }
}
