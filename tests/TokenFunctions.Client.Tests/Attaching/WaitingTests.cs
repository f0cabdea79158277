using TokenFunctions.Client.Tests.Attaching.Doubles;
using TokenFunctions.Storage;
using TokenFunctions.Testing;
using TokenFunctions.Tokens;

namespace TokenFunctions.Client.Tests.Attaching;

/// <summary>Waiting for a token, its end, and what is said when there is none.</summary>
public sealed class WaitingTests : IAsyncLifetime
{
    private ApiDouble api = null!;

    public async Task InitializeAsync() => api = await ApiDouble.StartAsync(new ApiAnswer(200));

    public async Task DisposeAsync() => await api.DisposeAsync();

    [Fact]
    public async Task Without_a_token_nothing_is_sent()
    {
        var time = new ManualTime();
        var failure = new TokenFailure(FailureKind.Throttled, "Too many calls.")
        {
            RetryAt = time.GetUtcNow() + TimeSpan.FromSeconds(7),
        };
        using var client = Clients.For(
            api, new CountedSource { Failure = failure }, options => options.Clock = new StoreClock(time));

        var fault = await Assert.ThrowsAsync<TokenUnavailableException>(() => client.GetAsync("/a"));

        Assert.Equal(new TokenKey("realm", "key"), fault.Key);
        Assert.Same(failure, fault.Failure);
        Assert.Equal("upstream_throttled", fault.Code);
        Assert.Equal(TimeSpan.FromSeconds(7), fault.RetryAfter);
        Assert.Empty(api.Requests);
    }

    [Fact]
    public async Task A_time_to_ask_again_that_has_come_is_now()
    {
        var time = new ManualTime();
        var failure = new TokenFailure(FailureKind.Transient, "Away.") { RetryAt = time.GetUtcNow() - TimeSpan.FromSeconds(1) };
        using var client = Clients.For(
            api, new CountedSource { Failure = failure }, options => options.Clock = new StoreClock(time));

        var fault = await Assert.ThrowsAsync<TokenUnavailableException>(() => client.GetAsync("/a"));

        Assert.Equal(TimeSpan.Zero, fault.RetryAfter);
    }

    [Theory]
    [InlineData("header", "planted\r\nX-Evil: 1")]
    [InlineData("header", "plantedé")]
    [InlineData("cookie", "planted; evil=1")]
    public async Task A_token_that_cannot_stand_in_its_place_is_not_sent(string place, string value)
    {
        using var client = Clients.For(
            api,
            new CountedSource { Value = _ => value },
            options => options.Attach = new() { Place = place, Name = "X-Token" });

        var fault = await Assert.ThrowsAsync<TokenUnavailableException>(() => client.GetAsync("/a"));

        Assert.DoesNotContain("planted", fault.ToString(), StringComparison.Ordinal);
        Assert.Empty(api.Requests);
    }

    [Fact]
    public async Task The_demanded_life_is_demanded_also_of_the_newer_token()
    {
        await using var refusing = await ApiDouble.StartAsync(new ApiAnswer(401), new ApiAnswer(200));
        var source = new CountedSource();
        using var client = Clients.For(refusing, source, options => options.MinTtl = TimeSpan.FromMinutes(5));

        using var response = await client.GetAsync("/a");

        Assert.Equal([null, 1L], source.Requests.Select(request => request.Invalid));
        Assert.All(source.Requests, request => Assert.Equal(TimeSpan.FromMinutes(5), request.MinTtl));
    }

    [Fact]
    public async Task A_caller_that_leaves_does_not_wait_for_the_token()
    {
        var source = new HangingSource();
        using var client = Clients.For(api, source);
        using var leaving = new CancellationTokenSource();

        var sending = client.GetAsync("/a", leaving.Token);
        await source.Asked;
        await leaving.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
        Assert.Empty(api.Requests);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_clients_time_out_holds(bool isBlocking)
    {
        using var client = Clients.For(api, new HangingSource());
        client.Timeout = TimeSpan.FromMilliseconds(50);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/a");

        var fault = await Assert.ThrowsAsync<TaskCanceledException>(
            () => isBlocking ? Task.Run(() => client.Send(request)) : client.SendAsync(request));

        Assert.IsType<TimeoutException>(fault.InnerException);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_thread_that_its_program_blocks_is_not_waited_for(bool isBlocking)
    {
        var ended = new ManualResetEventSlim();
        var status = 0;
        var thread = new Thread(() =>
        {
            SynchronizationContext.SetSynchronizationContext(new Stuck());
            using var client = Clients.For(api, new CountedSource());
            using var request = new HttpRequestMessage(HttpMethod.Get, "/a");
            using var response = isBlocking ? client.Send(request) : client.SendAsync(request).GetAwaiter().GetResult();
            status = (int)response.StatusCode;
            ended.Set();
        })
        {
            IsBackground = true,
        };

        thread.Start();

        Assert.True(ended.Wait(TimeSpan.FromSeconds(60)));
        Assert.Equal(200, status);
    }

    // The thread of a user interface that waits for a call: what is posted to it does not run.
    private sealed class Stuck : SynchronizationContext
    {
        public override void Post(SendOrPostCallback d, object? state)
        {
        }
    }
}
