namespace TokenFunctions.Core.Tests.Flow;

public sealed class SingleFlightTests
{
    private readonly SingleFlight<string, int> flights = new();

    [Fact]
    public async Task Those_who_join_share_the_result_and_the_next_starts_anew()
    {
        var first = new TaskCompletionSource<int>();
        var a = flights.Join("k", () => first.Task);
        var b = flights.Join("k", () => throw new InvalidOperationException("started twice"));
        first.SetResult(1);

        Assert.Equal((1, 1), (await a, await b));
        Assert.Equal(0, flights.Count);
        Assert.Equal(2, await flights.Join("k", () => Task.FromResult(2)));
    }

    [Fact]
    public async Task A_failure_is_shared_and_the_next_starts_anew()
    {
        var first = new TaskCompletionSource<int>();
        var a = flights.Join("k", () => first.Task);
        var b = flights.Join("k", () => Task.FromResult(9));
        first.SetException(new TimeoutException());

        await Assert.ThrowsAsync<TimeoutException>(() => a);
        await Assert.ThrowsAsync<TimeoutException>(() => b);
        Assert.Equal(2, await flights.Join("k", () => Task.FromResult(2)));
    }

    [Fact]
    public async Task A_flight_that_has_just_ended_is_not_joined()
    {
        var first = new TaskCompletionSource<int>();
        Task<int>? joined = null;
        // Runs before the flight is taken out, because it was here first.
        _ = first.Task.ContinueWith(
            _ => joined = flights.Join("k", () => Task.FromResult(2)),
            CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        _ = flights.Join("k", () => first.Task);

        first.SetResult(1);

        Assert.Equal(2, await joined!);
    }

    [Fact]
    public async Task A_detached_flight_goes_on_alone()
    {
        var first = new TaskCompletionSource<int>();
        var second = new TaskCompletionSource<int>();
        var a = flights.Join("k", () => first.Task);
        flights.Detach("k");
        var b = flights.Join("k", () => second.Task);
        first.SetResult(1);

        Assert.Equal(1, await a);
        Assert.Equal(1, flights.Count);
        Assert.Same(b, flights.Join("k", () => throw new InvalidOperationException("started twice")));
        flights.DetachAll();
        Assert.Equal(0, flights.Count);
        second.SetResult(2);
    }

    [Fact]
    public async Task A_start_that_fails_at_once_leaves_nothing_behind()
    {
        Assert.Throws<InvalidOperationException>(() => { _ = flights.Join("k", () => throw new InvalidOperationException()); });
        Assert.Equal(0, flights.Count);
        Assert.Equal(1, await flights.Join("k", () => Task.FromResult(1)));
    }
}
