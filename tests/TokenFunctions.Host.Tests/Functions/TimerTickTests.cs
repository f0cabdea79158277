using TokenFunctions.Hosting.Scheduling;

namespace TokenFunctions.Host.Tests.Functions;

/// <summary>What a host gets to know of a tick of the timer function.</summary>
public sealed class TimerTickTests
{
    private const string Marker = "secret-in-a-message-77";

    [Fact]
    public async Task A_tick_that_fails_is_told_in_words_for_any_log_and_without_its_cause()
    {
        var work = new Work(_ => throw new InvalidOperationException(Marker));

        var thrown = await Assert.ThrowsAsync<TickFailedException>(() => new TimerTick(work).RunAsync(CancellationToken.None));

        Assert.Equal("the work failed", thrown.Message);
        Assert.Null(thrown.InnerException);
        Assert.DoesNotContain(Marker, thrown.ToString(), StringComparison.Ordinal);
        Assert.Contains(nameof(InvalidOperationException), Assert.Single(work.Told), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_that_ends_a_tick_is_told_of_no_failure()
    {
        using var left = new CancellationTokenSource();
        await left.CancelAsync();
        var work = new Work(token => Task.FromCanceled<TickReport>(token));

        Assert.Equal("ended by the host", (await new TimerTick(work).RunAsync(left.Token)).Line);
        Assert.Empty(work.Told);
    }

    private sealed class Work(Func<CancellationToken, Task<TickReport>> tick) : ITimerWork
    {
        public List<string> Told { get; } = [];

        public Task<TickReport> TickAsync(CancellationToken cancellationToken) => tick(cancellationToken);

        public string TellFailed(string fault)
        {
            Told.Add(fault);
            return "the work failed";
        }
    }
}
