using Microsoft.AspNetCore.Http;
using TokenFunctions.Client.Remote;
using TokenFunctions.Storage;
using TokenFunctions.Testing;
using TokenFunctions.Testing.Servers;
using TokenFunctions.Tokens;

namespace TokenFunctions.Client.Tests.Remote;

/// <summary>Leaving the service alone while it is away.</summary>
public sealed class PauseTests
{
    private static readonly TimeSpan Instant = TimeSpan.FromTicks(1);

    [Fact]
    public async Task The_pauses_grow_from_a_second_to_half_a_minute_and_no_call_goes_out_in_them()
    {
        await using var world = await RemoteWorld.StartAsync();
        world.Service.Answer = PlayedAnswer.Front(503);
        var most = new[] { 1.0, 2, 4, 8, 16, 30, 30, 30 };
        for (var round = 0; round < most.Length; round++)
        {
            var failure = await world.FailAsync();
            Assert.Equal(round + 1, world.Service.Seen.Count);
            var pause = failure.RetryAt!.Value - world.Clock.Now;
            Assert.InRange(pause.TotalSeconds, most[round] / 2, most[round]);
            world.Time.Advance(pause - Instant);
            Assert.Equal((FailureKind.ServiceUnavailable, failure.Detail), ((await world.FailAsync()).Kind, (await world.FailAsync()).Detail));
            Assert.Equal(round + 1, world.Service.Seen.Count);
            world.Time.Advance(Instant);
        }
    }

    [Fact]
    public async Task While_it_lasts_callers_are_told_when_it_ends()
    {
        await using var world = await RemoteWorld.StartAsync();
        world.Service.Answer = PlayedAnswer.Front(503, retryAfter: "20");
        var end = (await world.FailAsync()).RetryAt!.Value;
        world.Time.Advance(TimeSpan.FromSeconds(7));
        Assert.Equal(end, (await world.FailAsync()).RetryAt);
    }

    [Fact]
    public async Task The_first_answer_ends_it()
    {
        await using var world = await RemoteWorld.StartAsync();
        world.Service.Answer = PlayedAnswer.Front(502);
        for (var i = 0; i < 4; i++)
        {
            await world.FailAsync();
            world.Time.Advance(TimeSpan.FromSeconds(30));
        }

        world.Service.Answer = PlayedAnswer.Token();
        await world.TokenAsync();
        world.Service.Answer = PlayedAnswer.Front(502);
        Assert.InRange(((await world.FailAsync()).RetryAt!.Value - world.Clock.Now).TotalSeconds, 0.5, 1);
    }

    [Theory]
    [InlineData("45", 45, 46)]
    [InlineData("0", 0.5, 1)]
    [InlineData("86400", 300, 301)]
    [InlineData("nonsense", 0.5, 1)]
    [InlineData("Thu, 01 Jan 2026 12:01:00 GMT", 60, 61)]
    [InlineData("Thu, 01 Jan 2026 11:00:00 GMT", 0.5, 1)]
    public async Task Retry_after_is_obeyed(string header, double least, double most)
    {
        await using var world = await RemoteWorld.StartAsync();
        world.Service.Answer = PlayedAnswer.Problem(429, "rate_limited", retryAfter: header);
        Assert.InRange(((await world.FailAsync()).RetryAt!.Value - world.Clock.Now).TotalSeconds, least, most);
    }

    [Fact]
    public async Task A_date_is_meant_by_the_clock_of_whoever_answered()
    {
        await using var world = await RemoteWorld.StartAsync();
        world.Service.Skew = TimeSpan.FromMinutes(-10);
        world.Service.Answer = PlayedAnswer.Problem(429, "rate_limited", retryAfter: "Thu, 01 Jan 2026 11:51:00 GMT");
        Assert.InRange(((await world.FailAsync()).RetryAt!.Value - world.Clock.Now).TotalSeconds, 60, 61);
    }

    [Fact]
    public async Task Calls_that_fail_together_count_once()
    {
        await using var world = await RemoteWorld.StartAsync();
        var open = new TaskCompletionSource();
        world.Service.Answer = PlayedAnswer.Front(503);
        world.Service.Before = _ => open.Task;
        var calls = Enumerable.Range(0, 20).Select(_ => world.FailAsync()).ToList();
        await Eventually.HoldsAsync(() => world.Service.Seen.Count == 20, "All calls are there");
        world.Time.Advance(TimeSpan.FromMilliseconds(1));
        open.SetResult();
        await Task.WhenAll(calls);
        Assert.InRange(((await world.FailAsync()).RetryAt!.Value - world.Clock.Now).TotalSeconds, 0.4, 1);
    }

    [Fact]
    public async Task An_earlier_call_that_is_answered_does_not_end_a_pause_that_the_service_asked_for()
    {
        await using var world = await RemoteWorld.StartAsync();
        var open = new TaskCompletionSource();
        world.Service.Before = _ => open.Task;
        var early = world.TokenAsync();
        await Eventually.HoldsAsync(() => world.Service.Seen.Count == 1, "The call is there");
        world.Time.Advance(TimeSpan.FromMilliseconds(1));
        world.Service.Before = _ => Task.CompletedTask;
        world.Service.Answer = PlayedAnswer.Problem(429, "rate_limited", retryAfter: "10");
        await world.FailAsync();
        open.SetResult();
        await early;
        Assert.Equal("rate_limited", (await world.FailAsync()).Code);
        Assert.Equal(2, world.Service.Seen.Count);
    }

    [Fact]
    public async Task A_service_that_is_not_there_is_told_as_such()
    {
        var (time, port) = (new ManualTime(), FreePort.Next());
        var options = new TokenFunctionsOptions { Address = new Uri($"http://127.0.0.1:{port}") };
        using var http = new HttpMessageInvoker(ServiceHandler.Create(options));
        var broker = new RemoteBroker(http, options, new StoreClock(time), new Random(1));
        var result = await broker.GetAsync(new TokenRequest(RemoteWorld.Key), CancellationToken.None);
        Assert.Equal((FailureKind.ServiceUnavailable, null), (result.Failure!.Kind, result.Failure.At));
        Assert.Equal($"The token service at http://127.0.0.1:{port} cannot be connected to.", result.Failure.Detail);
    }

    [Fact]
    public async Task A_connection_that_breaks_is_told_as_such()
    {
        await using var world = await RemoteWorld.StartAsync();
        world.Service.Before = context =>
        {
            context.Abort();
            return Task.CompletedTask;
        };
        Assert.Equal(FailureKind.ServiceUnavailable, (await world.FailAsync()).Kind);
        world.Service.Before = async context =>
        {
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync("{\"token\":");
            await context.Response.Body.FlushAsync();
            context.Abort();
        };
        world.Time.Advance(TimeSpan.FromSeconds(1));
        var failure = await world.FailAsync();
        Assert.Equal(FailureKind.ServiceUnavailable, failure.Kind);
        Assert.Equal(2, world.Service.Seen.Count);
    }
}
